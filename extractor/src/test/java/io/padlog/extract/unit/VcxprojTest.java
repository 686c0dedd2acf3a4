package io.padlog.extract.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VcxprojTest {
    private static final String CONFIGURATIONS = """
            <ItemGroup Label='ProjectConfigurations'>
              <ProjectConfiguration Include='Debug|ARM64'/><ProjectConfiguration Include='Release|x64'/>
            </ItemGroup>
            """;

    private static Tree sources() {
        return Tree.unix().files("a.c", "b.c", "sub/d.c", "sub/deep/e.c", "sub/deep/skip.c", "inc/x.h", "inc64/y.h");
    }

    /** Items as a project lists them, and which sources its unit has. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            <ClCompile Include='a.c'/><ClCompile Include='b.c'/>                  => a.c b.c
            <ClCompile Include='a.c; b.c;'/>                                      => a.c b.c
            <ClCompile Include='.\\SUB\\..\\Sub\\D.C'/>                           => sub/d.c
            <ClCompile Include='$(ProjectDir)a.c;$(MSBuildThisFileDirectory)b.c'/> => a.c b.c
            <ClCompile Include='a.c;c.asm'/>                                      => a.c
            <ClCompile Include='*.c'/>                                            => a.c b.c
            <ClCompile Include='?.c' Exclude='b.c'/>                              => a.c
            <ClCompile Include='sub\\**\\*.c' Exclude='sub\\deep\\s*.c'/>         => sub/d.c sub/deep/e.c
            <ClCompile Include='*.c'/><ClCompile Remove='a.c'/>                   => b.c
            <ClCompile Include='@(Others);a.c'/>                                  => a.c
            <ClInclude Include='b.c'/><ClCompile Include='a.c'/>                  => a.c
            <ClCompile Include='a.c'/><ClCompile Include='b.c'><ExcludedFromBuild>true</ExcludedFromBuild></ClCompile> => a.c
            <ClCompile Include='a.c'><ExcludedFromBuild Condition="'$(Platform)'=='x64'">true</ExcludedFromBuild></ClCompile> => a.c
            """)
    void itemsAreSources(String items, String expected) {
        Units units = sources().project("p.vcxproj", CONFIGURATIONS + "<ItemGroup>" + items + "</ItemGroup>").find();

        assertThat(Tree.listing(units)).contains("vcxproj p.vcxproj: " + expected + "\n");
    }

    @Test
    void aDriverHasTheSourcesOfTheLibrariesThatItReferences() {
        Units units = sources()
                .project("drv.vcxproj", CONFIGURATIONS + "<ItemGroup><ClCompile Include='a.c'/>"
                        + "<ProjectReference Include='sub\\lib.vcxproj'/><ProjectReference Include='exe.vcxproj'/></ItemGroup>")
                .project("exe.vcxproj", CONFIGURATIONS + "<ItemGroup><ClCompile Include='b.c'/></ItemGroup>")
                .project("sub/lib.vcxproj", CONFIGURATIONS
                        + "<PropertyGroup><ConfigurationType>StaticLibrary</ConfigurationType></PropertyGroup>"
                        + "<ItemGroup><ClCompile Include='d.c'/><ProjectReference Include='..\\drv.vcxproj'/></ItemGroup>")
                .find();

        assertThat(Tree.listing(units))
                .contains("vcxproj drv.vcxproj: a.c sub/d.c\n", "vcxproj exe.vcxproj: b.c\n", "vcxproj sub/lib.vcxproj: sub/d.c\n");
    }

    /** Options of the compiler, and what is left of them. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            <AdditionalIncludeDirectories>%(AdditionalIncludeDirectories);.\\inc;$(DDK_INC_PATH);nowhere</AdditionalIncludeDirectories> => [/src/inc] {}
            <AdditionalIncludeDirectories>inc$(Bits)</AdditionalIncludeDirectories>                     => [/src/inc64] {}
            <PreprocessorDefinitions>A;B=2;C=\\"x\\";%(PreprocessorDefinitions)</PreprocessorDefinitions> => [] {A=1, B=2, C="x"}
            <PreprocessorDefinitions Condition="'$(Configuration)'=='Debug'">DBG</PreprocessorDefinitions> => [] {}
            <PreprocessorDefinitions Condition="'$(Configuration)|$(Platform)' == 'release|X64'">NDEBUG</PreprocessorDefinitions> => [] {NDEBUG=1}
            """)
    void optionsAreThoseOfOneConfiguration(String options, String expected) {
        Units units = sources().project("p.vcxproj", CONFIGURATIONS + """
                <PropertyGroup Condition="'$(Platform)'=='x64'"><Bits>64</Bits></PropertyGroup>
                <PropertyGroup Condition="'$(Platform)'=='ARM64'"><Bits>32</Bits></PropertyGroup>
                <ItemDefinitionGroup><ClCompile>""" + options + """
                </ClCompile><Midl><PreprocessorDefinitions>M</PreprocessorDefinitions></Midl></ItemDefinitionGroup>
                <ItemGroup><ClCompile Include='a.c;b.c;sub/d.c;sub/deep/e.c;sub/deep/skip.c'/></ItemGroup>
                """).find();

        assertThat(Tree.options(units)).isEqualTo(expected);
    }

    @Test
    void importsOfTheTreeAreRead() {
        Units units = sources().files("shared/s.c").file("all.sln", "")
                .project("shared/shared.vcxitems", """
                        <ItemGroup><ClCompile Include='$(MSBuildThisFileDirectory)s.c'/></ItemGroup>
                        <Import Project='../one.props'/>
                        """)
                .project("one.props", """
                        <ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>ONE</PreprocessorDefinitions>
                        <AdditionalIncludeDirectories>$(Root)inc</AdditionalIncludeDirectories></ClCompile></ItemDefinitionGroup>
                        <Import Project='shared\\shared.vcxitems'/>
                        """)
                .project("sub/p.vcxproj", """
                        <Import Project='$(VCTargetsPath)\\Microsoft.Cpp.Default.props'/>
                        <PropertyGroup><Root Condition="'$(Root)' == ''">$(SolutionDir)</Root></PropertyGroup>
                        <ImportGroup><Import Project='$(SolutionDir)\\Shared\\shared.vcxitems' Label='Shared'/></ImportGroup>
                        <Import Project='gone.props' Condition="exists('gone.props')"/>
                        <ItemGroup><ClCompile Include='d.c'/></ItemGroup>
                        """).find("*.c", "sub/deep");

        assertThat(Tree.listing(units)).isEqualTo("vcxproj sub/p.vcxproj: shared/s.c sub/d.c\n");
        assertThat(Tree.options(units)).isEqualTo("[/src/inc] {ONE=1}");
        assertThat(units.diagnostics()).isEmpty();
    }

    @Test
    void whatIsNotThereIsReportedWithItsLine() {
        Units units = sources().project("sub/p.vcxproj", """
                <ItemGroup>
                <ClCompile Include='d.c' />
                <ClCompile Include='gone.c' />
                <ClCompile Include='$(IntDir)made.c' />
                </ItemGroup>
                <Import Project='gone.props' />
                """).find();

        assertThat(Tree.diagnostics(units)).isEqualTo("""
                sub/p.vcxproj:4: warning: the source 'gone.c' is not there
                sub/p.vcxproj:5: note: '$(IntDir)made.c' is known only while building; not read
                sub/p.vcxproj:7: warning: the import 'gone.props' is not there
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            <Project><ItemGroup></Project>                                                   => 1
            ''                                                                               => 1
            <!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/hostname">]><Project>&e;</Project>   => 1
            """)
    void aBrokenProjectLeavesItsSourcesToTheFolder(String project, int line) {
        Units units = Tree.unix().files("a.c").file("p.vcxproj", project.equals("''") ? "" : project).find();

        assertThat(Tree.listing(units)).isEqualTo("folder .: a.c\n");
        assertThat(Tree.diagnostics(units))
                .isEqualTo("p.vcxproj:" + line + ": error: the project is not well-formed XML; its sources go by folder\n");
    }

    @Test
    void aProjectThatNestsWithoutEndIsBroken() {
        String nested = "<a>".repeat(100_000) + "</a>".repeat(100_000);

        assertThat(Tree.diagnostics(Tree.unix().file("p.vcxproj", nested).find())).contains("not well-formed");
    }

    @Test
    void propertiesThatDoubleEachOtherStayBounded() {
        StringBuilder doubling = new StringBuilder("<PropertyGroup><P0>xx</P0>");
        for (int i = 1; i < 60; i++) {
            doubling.append("<P").append(i).append(">$(P").append(i - 1).append(")$(P").append(i - 1).append(")</P").append(i).append(">");
        }
        Units units = sources().project("p.vcxproj", doubling + """
                </PropertyGroup><ItemGroup><ClCompile Include='a.c'/><ClCompile Include='$(P59).c'/></ItemGroup>
                """).find();

        assertThat(Tree.listing(units)).contains("vcxproj p.vcxproj: a.c\n");
    }

    @Test
    void aProjectMayMixLanguages() {
        Units units = Tree.unix().files("a.c", "b.cpp")
                .project("p.vcxproj", "<ItemGroup><ClCompile Include='b.cpp'/><ClCompile Include='a.c'/></ItemGroup>").find();

        assertThat(Tree.listing(units)).isEqualTo("vcxproj p.vcxproj: a.c b.cpp\n");
    }

    @Test
    void aProjectMayBeUtf16() {
        String text = "\uFEFF<?xml version='1.0' encoding='utf-16'?><Project><ItemGroup><ClCompile Include='\u00e4.c'/></ItemGroup></Project>";
        Units units = Tree.unix().files("\u00e4.c").file("p.vcxproj", text, StandardCharsets.UTF_16LE).find();

        assertThat(Tree.listing(units)).isEqualTo("vcxproj p.vcxproj: \u00e4.c\n");
    }

    @Test
    void aProjectWithoutSourcesIsNoUnit() {
        assertThat(Tree.listing(sources().project("sub/deep/p.vcxproj",
                "<ItemGroup><ClCompile Include='..\\..\\c.asm'/></ItemGroup>").find())).doesNotContain("vcxproj");
    }
}
