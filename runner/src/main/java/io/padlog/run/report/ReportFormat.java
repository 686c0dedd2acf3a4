package io.padlog.run.report;

import java.util.Locale;

/** The formats that a check's result can be written in. */
public enum ReportFormat {
    /** for people, as a compiler writes */
    TEXT,
    CSV,
    JSON,
    /** JSON, an object on each line */
    JSONL,
    SARIF,
    /** a page to look at findings with, complete in itself */
    HTML,
    /** what Visual Studio and MSBuild turn into links */
    MSVC,
    /** a test report, for continuous integration */
    JUNIT;

    /** As options write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What writes this format. */
    public FindingWriter writer(ReportSetting setting) {
        return switch (this) {
            case TEXT -> new TextFindings(setting.sources());
            case CSV -> new CsvFindings();
            case JSON -> new JsonFindings(setting.version(), false);
            case JSONL -> new JsonFindings(setting.version(), true);
            case SARIF -> new SarifFindings(setting);
            case HTML -> new HtmlFindings(setting);
            case MSVC -> new MsvcFindings(setting.base());
            case JUNIT -> new JunitFindings();
        };
    }
}
