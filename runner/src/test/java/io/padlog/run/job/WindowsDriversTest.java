package io.padlog.run.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.Extraction;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.report.ReportFormat;
import io.padlog.run.report.ReportSetting;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A driver as it lies on a Windows disk: a project file, backslashes, names in another case, CRLF. */
class WindowsDriversTest {
    private final FileSystem files = Jimfs.newFileSystem(Configuration.windows());
    private Path driver;

    @BeforeEach
    void aDriver() throws IOException {
        driver = Files.createDirectories(files.getPath("C:\\Drivers\\Ring"));
        Files.createDirectories(driver.resolve("Src"));
        Files.createDirectories(driver.resolve("Inc"));
        Files.writeString(driver.resolve("Ring.vcxproj"), """
                <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
                  <ItemDefinitionGroup><ClCompile><AdditionalIncludeDirectories>.\\Inc</AdditionalIncludeDirectories></ClCompile></ItemDefinitionGroup>
                  <ItemGroup><ClCompile Include="Src\\Queue.c" /></ItemGroup>
                </Project>
                """.replace("\n", "\r\n"));
        Files.writeString(driver.resolve("Inc/Ring.h"), """
                typedef struct _RING { WDFSPINLOCK Lock; } RING, *PRING;
                #define RING_LOCK(r) WdfSpinLockAcquire((r)->Lock)
                EVT_WDF_IO_QUEUE_IO_READ RingRead;
                """.replace("\n", "\r\n"));
        Files.writeString(driver.resolve("Src/Queue.c"), """
                #include <wdf.h>
                #include "..\\inc\\RING.h"
                VOID RingRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
                {
                    PRING ring = RingGetContext(Queue);
                    RING_LOCK(ring);
                    if (Length == 0) {
                        return;
                    }
                    WdfSpinLockRelease(ring->Lock);
                }
                """.replace("\n", "\r\n"));
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void isCheckedAndReportedWithItsNames() throws IOException {
        CheckResult result = Drivers.at(driver).check("WdfSpinlockRelease");
        assertThat(result.coverage().missingHeaders()).extracting(Extraction.MissingHeader::name).containsExactly("wdf.h");
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.at()).hasToString("Src/Queue.c:8:9");
            assertThat(finding.units()).containsExactly("Ring.vcxproj");
        });
        assertThat(written(ReportFormat.MSVC, result)).startsWith("C:\\Drivers\\Ring\\Src\\Queue.c(8,9): ");
        assertThat(written(ReportFormat.SARIF, result)).contains("\"uri\":\"Src/Queue.c\",\"uriBaseId\":\"SRCROOT\"");
        assertThat(written(ReportFormat.TEXT, result)).contains("\n    8 |         return;\n");
        assertThat(written(ReportFormat.HTML, result)).contains("\"Src/Queue.c\"").doesNotContain("Src\\\\Queue.c");
    }

    @Test
    void oneFileIsNamedFromItsFolder() {
        assertThat(Drivers.at(driver.resolve("Src").resolve("Queue.c")).check("WdfSpinlockRelease").findings())
                .extracting(Finding::at).hasToString("[Queue.c:8:9]");
    }

    private String written(ReportFormat format, CheckResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        format.writer(new ReportSetting("1.2.3", Catalog.of(QueryResources.installed()).rules(), driver, 1)).write(result, text);
        return text.toString();
    }
}
