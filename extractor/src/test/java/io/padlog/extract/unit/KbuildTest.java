package io.padlog.extract.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KbuildTest {
    private static Tree sources() {
        return Tree.unix().files("net/a.c", "net/b.c", "net/c.c", "net/d.c", "net/e.c", "net/sub/f.c", "net/asm.S", "inc/x.h");
    }

    @Test
    void aModuleIsAUnit() {
        Units units = sources().file("net/Makefile", """
                # drivers
                obj-$(CONFIG_A) += a.o
                obj-m := multi.o   # several parts
                multi-y := b.o \\
                           sub/f.o asm.o
                multi-$(CONFIG_C)	+= c.o
                ifneq ($(CONFIG_D),)
                	multi-$(subst m,y,$(CONFIG_D)) += d.o
                endif
                obj-y += e.o other/
                ifdef X
                NAME = value
                endif
                all:
                	make obj-m=z.o
                """).find();

        assertThat(Tree.listing(units)).isEqualTo("""
                kbuild net/a.ko: net/a.c
                kbuild net/built-in: net/e.c
                kbuild net/multi.ko: net/b.c net/c.c net/d.c net/sub/f.c
                """);
        assertThat(units.diagnostics()).isEmpty();
    }

    @Test
    void aModuleMayHaveAPartOfItsOwnNameAndPartsOfParts() {
        Units units = sources().file("net/Kbuild", """
                obj-m += a.o
                a-objs := a.o inner.o
                inner-objs := b.o a.o
                """).find("net/sub", "net/[cde].c");

        assertThat(Tree.listing(units)).isEqualTo("kbuild net/a.ko: net/a.c net/b.c\n");
    }

    @Test
    void listsMayReferToLists() {
        Units units = sources().file("net/Makefile", """
                obj-m += a.o
                common := b.o $(more)
                more = c.o $(common)
                proc-${CONFIG_PROC} += d.o
                a-objs := a.o $(common) $(proc-y) $(wildcard *.x)
                extra-obj-$(CONFIG_E) += e.o
                obj-y += $(extra-obj-y)
                """).find("net/sub");

        assertThat(Tree.listing(units)).isEqualTo("""
                kbuild net/a.ko: net/a.c net/b.c net/c.c net/d.c
                kbuild net/built-in: net/e.c
                """);
    }

    @Test
    void listsThatMultiplyEachOtherStayBounded() {
        String objects = "x.o ".repeat(2_000);
        StringBuilder modules = new StringBuilder("obj-m :=");
        for (int i = 0; i < 2_000; i++) {
            modules.append(" m").append(i).append(".o");
        }
        modules.append("\nshared := ").append(objects).append('\n');
        for (int i = 0; i < 2_000; i++) {
            modules.append('m').append(i).append("-y := $(shared)\n");
        }
        Units units = Tree.unix().files("x.c").file("Makefile", modules.toString()).find();

        assertThat(units.units()).hasSizeBetween(1, 100);
        assertThat(Tree.diagnostics(units)).contains("Makefile:0: error: names more than 100000 objects; the rest is ignored");
    }

    @Test
    void optionsApplyToAllModulesOfTheFolder() {
        Units units = sources().file("net/Makefile", """
                obj-m += a.o
                ccflags-y := -I$(srctree)/inc -I $(src)/sub -DX=1 -I$(UNKNOWN)/inc
                EXTRA_CFLAGS += -DY
                """).find();

        assertThat(Tree.listing(units)).contains("kbuild net/a.ko: net/a.c\n");
        assertThat(units.units().stream().filter(unit -> unit.origin().equals("kbuild")).findFirst().orElseThrow())
                .satisfies(unit -> assertThat(unit.includeFolders().toString()).isEqualTo("[/src/inc, /src/net/sub]"))
                .satisfies(unit -> assertThat(unit.defines()).containsOnlyKeys("X", "Y"));
    }

    @Test
    void anObjectWithoutASourceIsNoted() {
        Units units = sources().file("net/Makefile", "\n\nobj-m += a.o gone.o\n").find();

        assertThat(Tree.diagnostics(units))
                .isEqualTo("net/Makefile:3: note: there is no source for 'gone.o'; it may be made while building\n");
    }

    @Test
    void anotherMakefileSaysNothing() {
        Units units = sources().file("net/Makefile", "OBJS = a.o b.o\nprog: $(OBJS)\n\tcc -o prog $(OBJS)\n").find();

        assertThat(Tree.listing(units)).startsWith("folder net: ");
        assertThat(units.diagnostics()).isEmpty();
    }
}
