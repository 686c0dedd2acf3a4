package io.padlog.extract.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsTest {
    @Test
    void withoutBuildFilesAFolderIsAUnit() {
        Units units = Tree.unix().files("b.c", "a.c", "usb/hub/hub.c", "usb/port.C", "usb/readme.md", ".git/x.c").find();

        assertThat(Tree.listing(units)).isEqualTo("""
                folder .: a.c b.c
                folder usb: usb/port.C
                folder usb/hub: usb/hub/hub.c
                """);
        assertThat(units.diagnostics()).isEmpty();
    }

    @Test
    void cppSourcesAreSourcesToo() {
        Units units = Tree.unix().files("a.c", "b.cpp", "d/c.cc", "d/e.CXX", "d/f.hpp").find();

        assertThat(Tree.listing(units)).isEqualTo("""
                folder .: a.c b.cpp
                folder d: d/c.cc d/e.CXX
                """);
    }

    @Test
    void aSourceIsInEachUnitThatNamesItAndElseInItsFolders() {
        Units units = Tree.unix().files("one/a.c", "two/b.c", "two/left.c", "common/s.c")
                .project("one/one.vcxproj", "<ItemGroup><ClCompile Include='a.c;..\\common\\s.c'/></ItemGroup>")
                .project("two/two.vcxproj", "<ItemGroup><ClCompile Include='b.c'/><ClCompile Include='..\\Common\\S.c'/></ItemGroup>")
                .find();

        assertThat(Tree.listing(units)).isEqualTo("""
                vcxproj one/one.vcxproj: common/s.c one/a.c
                folder two: two/left.c
                vcxproj two/two.vcxproj: common/s.c two/b.c
                """);
    }

    @Test
    void aFileAloneIsNamedFromItsFolder() {
        Tree tree = Tree.unix().files("usb/hub.c", "usb/port.c");

        assertThat(Tree.listing(tree.findIn("usb/hub.c"))).isEqualTo("folder .: hub.c\n");
    }

    @Test
    void severalRootsAreNamedFromTheirNearestCommonFolder() {
        Tree tree = Tree.unix().files("x/usb/hub.c", "x/net/lan.c", "x/other/no.c");

        assertThat(Tree.listing(tree.findIn("x/usb", "x/net/lan.c", "x/usb"))).isEqualTo("""
                folder net: net/lan.c
                folder usb: usb/hub.c
                """);
    }

    @Test
    void whatLiesOutsideIsNamedAbsolutely() {
        Tree tree = Tree.unix().files("common/s.c", "one/a.c")
                .project("one/one.vcxproj", "<ItemGroup><ClCompile Include='a.c;../common/s.c'/></ItemGroup>");

        assertThat(Tree.listing(tree.findIn("one"))).isEqualTo("vcxproj one.vcxproj: /src/common/s.c a.c\n");
    }

    @Test
    void namesHaveForwardSlashesOnWindowsToo() {
        Tree tree = Tree.windows().files("usb/hub/hub.c", "usb/port/port.c", "inc/x.h")
                .project("usb/port/port.vcxproj", """
                        <ItemDefinitionGroup><ClCompile>
                        <AdditionalIncludeDirectories>$(ProjectDir)..\\..\\Inc;C:\\src\\usb</AdditionalIncludeDirectories>
                        </ClCompile></ItemDefinitionGroup>
                        <ItemGroup><ClCompile Include='$(MSBuildThisFileDirectory)PORT.c' /></ItemGroup>
                        """);

        assertThat(Tree.listing(tree.find())).isEqualTo("""
                folder usb/hub: usb/hub/hub.c
                vcxproj usb/port/port.vcxproj: usb/port/port.c
                """);
        assertThat(tree.find().units().get(1).includeFolders()).containsExactly(tree.path("inc"), tree.path("usb"));
        assertThat(Tree.listing(tree.findIn("usb/port"))).isEqualTo("vcxproj port.vcxproj: port.c\n");
    }

    @Test
    void rootsOnTwoDrivesAreNamedAbsolutely() throws IOException {
        Configuration drives = Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build();
        FileSystem fileSystem = Jimfs.newFileSystem(drives);
        Path one = Files.createFile(fileSystem.getPath("C:\\a.c"));
        Path two = Files.createFile(fileSystem.getPath("D:\\b.c"));

        assertThat(Tree.listing(Units.find(List.of(one, two), List.of(), 1))).isEqualTo("""
                folder C:/: C:/a.c
                folder D:/: D:/b.c
                """);
    }

    @Test
    void excludesAreGlobsOverNames() {
        Tree tree = Tree.unix().files("a.c", "a_test.c", "vendor/v.c", "usb/vendor/w.c", "usb/u.c")
                .project("usb/u.vcxproj", "<ItemGroup><ClCompile Include='u.c;vendor/w.c;../vendor/v.c'/></ItemGroup>");

        assertThat(Tree.listing(tree.find("*_test.c", "vendor"))).isEqualTo("""
                folder .: a.c
                vcxproj usb/u.vcxproj: usb/u.c usb/vendor/w.c
                """);
        assertThat(Tree.listing(tree.find("**/*.vcxproj", "{vendor,usb/vendor}/**", "a*"))).isEqualTo("folder usb: usb/u.c\n");
        assertThatThrownBy(() -> tree.find("[")).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void aRootThatIsNotThereIsReported() {
        Units units = Tree.unix().files("a.c").findIn("nowhere", "a.c");

        assertThat(Tree.listing(units)).isEqualTo("folder .: a.c\n");
        assertThat(Tree.diagnostics(units)).isEqualTo("nowhere:0: error: there is no such file or folder\n");
    }

    @Test
    void linksAreFollowedOnlyOutOfTheTree(@TempDir Path temp) throws IOException {
        Path root = Files.createDirectories(temp.resolve("root/usb")).getParent();
        Path outside = Files.createDirectories(temp.resolve("outside/deep"));
        Files.createFile(root.resolve("usb/a.c"));
        Files.createFile(outside.resolve("o.c"));
        Files.createSymbolicLink(root.resolve("usb/again"), root);
        Files.createSymbolicLink(root.resolve("b.c"), root.resolve("usb/a.c"));
        Files.createSymbolicLink(root.resolve("gone.c"), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("out"), outside.getParent());
        Files.createSymbolicLink(outside.resolve("loop"), outside);

        Units units = Units.find(List.of(root), List.of(), 1);

        assertThat(Tree.listing(units)).isEqualTo("""
                folder out/deep: out/deep/o.c
                folder usb: usb/a.c
                """);
        assertThat(Tree.diagnostics(units)).isEqualTo("gone.c:0: note: the symbolic link leads nowhere; ignored\n");
    }

    @Test
    void unitsHaveDifferentNames() {
        Units units = Tree.unix().files("x.ko/other.c", "x.c").file("Makefile", "obj-m := x.o\n").find();

        assertThat(Tree.listing(units)).isEqualTo("""
                kbuild x.ko: x.c
                folder x.ko (2): x.ko/other.c
                """);
    }

    @Test
    void threadsChangeNothing() {
        Tree tree = Tree.unix();
        for (int i = 0; i < 50; i++) {
            tree.files(i + "/a.c").project(i + "/p.vcxproj",
                    "<ItemGroup><ClCompile Include='A.c;gone.c;../" + (i + 1) + "/a.c'/></ItemGroup>");
        }

        assertThat(Units.find(List.of(tree.path("")), List.of(), 8)).isEqualTo(tree.find());
    }

    @Test
    void aDeepTreeIsWalked() {
        String deep = "d/".repeat(300) + "a.c";

        assertThat(Tree.unix().files(deep).find().units()).hasSize(1);
    }
}
