package io.padlog.extract.unit;

import io.padlog.extract.source.Language;
import io.padlog.extract.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * One project while it is evaluated, for one configuration: Release for x64 where there is one, else the first. Conditions
 * choose properties, definitions and imports; a source of another configuration still belongs to the driver.
 */
final class VcxprojEvaluation {
    private static final int MAX_IMPORT_DEPTH = 16;
    private static final long MAX_BYTES = 64L << 20;

    private final BuildFile project;
    private final SourceTree tree;
    private final FileFinder finder;
    private final Reports reports;
    private final MsBuildProperties properties = new MsBuildProperties();
    private final Set<Path> evaluated = new HashSet<>();
    private final UnitDraft draft;

    VcxprojEvaluation(BuildFile project, SourceTree tree, FileFinder finder, Reports reports) {
        this.project = project;
        this.tree = tree;
        this.finder = finder;
        this.reports = reports;
        this.draft = new UnitDraft(project.file().name(), project.kind().origin());
    }

    /** @return empty if the project cannot be read; then that was reported */
    Optional<UnitDraft> run() {
        Optional<XmlElement> root = parse(project.file());
        root.ifPresent(element -> {
            setGlobals(configuration(element));
            enterFile(project.file().path());
            evaluate(element, project.file(), 0);
            if (properties.expand("$(ConfigurationType)").equalsIgnoreCase("StaticLibrary")) {
                draft.isLibrary();
            }
        });
        return root.map(element -> draft);
    }

    private Optional<XmlElement> parse(SourceFile file) {
        try {
            if (Files.size(file.path()) > MAX_BYTES) {
                reports.broken(file, 0, 0, "too large for a project; ignored");
                return Optional.empty();
            }
            return Optional.of(XmlElement.read(file.path()));
        } catch (IOException e) {
            reports.unreadable(file, "the project cannot be read");
        } catch (XMLStreamException e) {
            int line = e.getLocation() != null ? Math.max(0, e.getLocation().getLineNumber()) : 0;
            int column = e.getLocation() != null ? Math.max(0, e.getLocation().getColumnNumber()) : 0;
            reports.broken(file, line, column, "the project is not well-formed XML; its sources go by folder");
        }
        return Optional.empty();
    }

    private static String configuration(XmlElement root) {
        String first = "Release|x64";
        boolean found = false;
        for (XmlElement group : root.children()) {
            for (XmlElement item : group.children()) {
                String name = item.isNamed("ProjectConfiguration") ? item.attribute("include").orElse("") : "";
                if (name.equalsIgnoreCase("Release|x64")) {
                    return name;
                }
                if (!found && name.indexOf('|') > 0) {
                    first = name;
                    found = true;
                }
            }
        }
        return first;
    }

    private void setGlobals(String configuration) {
        int bar = configuration.indexOf('|');
        Path folder = project.folder();
        String fileName = project.file().path().getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ".vcxproj".length());
        properties.set("Configuration", configuration.substring(0, bar));
        properties.set("ConfigurationName", configuration.substring(0, bar));
        properties.set("Platform", configuration.substring(bar + 1));
        properties.set("PlatformName", configuration.substring(bar + 1));
        properties.set("ProjectName", name);
        properties.set("MSBuildProjectName", name);
        properties.set("MSBuildProjectDirectory", folder.toString());
        properties.set("ProjectDir", asFolder(folder));
        properties.set("SolutionDir", asFolder(tree.solutionFolder(folder).orElse(folder)));
    }

    private static String asFolder(Path folder) {
        String separator = folder.getFileSystem().getSeparator();
        return folder.toString().endsWith(separator) ? folder.toString() : folder + separator;
    }

    private void evaluate(XmlElement parent, SourceFile file, int depth) {
        for (XmlElement element : parent.children()) {
            if (element.isNamed("ItemGroup")) {
                element.children().forEach(item -> evaluateItem(item, file));
            } else if (!holds(element)) {
                continue;
            } else if (element.isNamed("PropertyGroup")) {
                element.children().forEach(this::setProperty);
            } else if (element.isNamed("ItemDefinitionGroup")) {
                element.children().stream().filter(item -> item.isNamed("ClCompile")).forEach(this::applyOptions);
            } else if (element.isNamed("Import")) {
                evaluateImport(element, file, depth);
            } else if (element.isNamed("ImportGroup")) {
                evaluate(element, file, depth);
            } else if (element.isNamed("Choose")) {
                chosen(element).ifPresent(branch -> evaluate(branch, file, depth));
            }
        }
    }

    private boolean holds(XmlElement element) {
        return element.attribute("condition")
                .map(condition -> properties.holds(condition, name -> finder.find(project.folder(), name).isPresent()))
                .orElse(true);
    }

    private Optional<XmlElement> chosen(XmlElement choose) {
        return choose.children().stream()
                .filter(branch -> branch.isNamed("Otherwise") || branch.isNamed("When") && holds(branch))
                .findFirst();
    }

    private void setProperty(XmlElement property) {
        // What the build is asked for is not changed by the project.
        boolean global = property.isNamed("Configuration") || property.isNamed("Platform");
        if (!global && holds(property)) {
            properties.set(property.name(), properties.expand(property.text().toString().trim()));
        }
    }

    private void evaluateImport(XmlElement element, SourceFile file, int depth) {
        String written = properties.expand(element.attribute("project").orElse(""));
        if (written.isEmpty() || written.contains("$(") || written.indexOf('*') >= 0) {
            return;
        }
        Path importing = file.path().getParent();
        Optional<Path> found = finder.file(importing, written);
        if (found.isEmpty()) {
            reports.missing(file, element.line(), element.column(), "the import '" + written + "' is not there");
            return;
        }
        if (depth >= MAX_IMPORT_DEPTH || !evaluated.add(found.get())) {
            return;
        }
        SourceFile imported = tree.naming().file(found.get());
        parse(imported).ifPresent(root -> {
            enterFile(found.get());
            evaluate(root, imported, depth + 1);
            enterFile(file.path());
        });
    }

    private void enterFile(Path file) {
        properties.set("MSBuildThisFileDirectory", asFolder(file.getParent()));
    }

    private void evaluateItem(XmlElement item, SourceFile file) {
        if (item.isNamed("ProjectReference")) {
            list(item.attribute("include").orElse(""))
                    .forEach(name -> finder.file(project.folder(), name).ifPresent(draft::addReference));
        }
        if (!item.isNamed("ClCompile") || isExcluded(item)) {
            return;
        }
        List<String> exceptions = list(item.attribute("exclude").orElse(""));
        for (String name : list(item.attribute("include").orElse(""))) {
            include(name, exceptions, item, file);
        }
        for (String name : list(item.attribute("remove").orElse(""))) {
            finder.file(project.folder(), name).flatMap(tree::source).ifPresent(draft::removeSource);
        }
        applyOptions(item);
    }

    private static boolean isExcluded(XmlElement item) {
        return item.children().stream().anyMatch(metadata -> metadata.isNamed("ExcludedFromBuild")
                && metadata.attribute("condition").isEmpty()
                && metadata.text().toString().trim().equalsIgnoreCase("true"));
    }

    /** Splits a list; references to other lists are left out. */
    private List<String> list(String written) {
        return Arrays.stream(properties.expand(written).split(";"))
                .map(String::trim)
                .filter(part -> !part.isEmpty() && !part.startsWith("@(") && !part.startsWith("%("))
                .toList();
    }

    private void include(String name, List<String> exceptions, XmlElement item, SourceFile file) {
        if (name.contains("$(")) {
            reports.note(file, item.line(), item.column(), "'" + name + "' is known only while building; not read");
        } else if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
            new Wildcard(project.folder(), name).select(tree.sources().values()).stream()
                    .filter(source -> exceptions.stream()
                            .noneMatch(exception -> new Wildcard(project.folder(), exception).matches(source.path())))
                    .forEach(draft::addSource);
        } else if (Language.of(name).isPresent()) {
            Optional<Path> found = finder.file(project.folder(), name);
            found.flatMap(tree::source).ifPresent(draft::addSource);
            if (found.isEmpty()) {
                reports.missing(file, item.line(), item.column(), "the source '" + name + "' is not there");
            }
        }
    }

    private void applyOptions(XmlElement compile) {
        for (XmlElement option : compile.children()) {
            if (!holds(option)) {
                continue;
            }
            if (option.isNamed("AdditionalIncludeDirectories")) {
                for (String folder : list(option.text().toString())) {
                    if (!folder.contains("$(")) {
                        finder.folder(project.folder(), folder).ifPresent(draft::addIncludeFolder);
                    }
                }
            } else if (option.isNamed("PreprocessorDefinitions")) {
                list(option.text().toString()).stream()
                        .filter(define -> !define.contains("$("))
                        .forEach(define -> draft.define(define.replace("\\\"", "\"")));
            }
        }
    }
}
