package io.padlog.extract.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.PathText;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Graphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is the body of {@code void f(T *p, T *q, int c)} and the names of what it passes to {@code use}, in order. */
class PathNamingTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # parameters and fields
        use(p->lock);                                            => #0->lock
        use(&p->lock);                                           => &#0->lock
        use((*p).lock); use(*&p->lock);                          => #0->lock #0->lock
        use(p->queue.lock); use(&p->a[2].lock);                  => #0->queue.lock &#0->a[2].lock
        # a local is what it was last assigned
        T *x = p; use(x->lock); x = q; use(x->lock);             => #0->lock #1->lock
        T *x = p->next; T *y = x; use(y->lock);                  => #0->next->lock
        T *x = (T *)p; use(((U *)x)->lock);                      => #0->lock
        p = q; use(p->lock);                                     => #1->lock
        # an accessor of the same argument is the same path, another call is not
        T *x = get_context(p); use(x->lock); use(get_context(p)->lock); => get_context(#0)->lock get_context(#0)->lock
        use(make(p)->lock);                                      => make()->lock
        # where values meet, the variable has a name of its own; NULL does not count
        T *x; if (c) x = p; else x = q; use(x->lock);            => x->lock
        T *x; if (c) x = p; else x = p; use(x->lock);            => #0->lock
        T *x = NULL; if (c) x = p; use(x->lock);                 => #0->lock
        T *x = p; while (c) { use(x->lock); x = x->next; }       => x->lock
        T *x = NULL; while (c) { x = get_context(p); use(x->lock); } use(x->lock); => get_context(#0)->lock get_context(#0)->lock
        # what an inner loop leaves alone keeps the name that the outer loop gives it
        T *x; int i, j; for (i = 0; i < c; i++) { x = &p->a[i]; use(x->lock); for (j = 0; j < c; j++) step(); use(x->lock); } \
            => #0->a[i].lock #0->a[i].lock
        # a stored field is what was stored, or at least another version
        use(p->cur->lock); p->cur = q; use(p->cur->lock);        => #0->cur->lock #1->lock
        # a store to the field of another object leaves the name, also where ways meet; an element may be any
        use(p->cur->lock); q->cur = p; use(p->cur->lock);        => #0->cur->lock #0->cur->lock
        while (c) { T *x = make(c); x->cur = q; c--; } use(p->cur->lock); => #0->cur->lock
        while (c) { p->cur = q; q->cur = p; c--; } use(p->cur->lock);     => #0->cur->lock
        p->a[c].cur = q; use(p->a[0].cur->lock);                 => #0->a[0].cur->lock
        # what a call may write is new
        T *x = p; fill(&x); use(x->lock);                        => x->lock
        # objects of the function
        T s; use(&s.lock); T *x = &s; use(&x->lock);             => &s.lock &s.lock
        use(&global.lock); use(table[3]);                        => &global.lock table[3]
        # too long to be a name
        use(p->a->b->c->d->e->f->g->h->i);                       => ?
        """)
    void namesWhatIsUsed(String body, String names) {
        ControlFlowGraph graph = Graphs.of("int global; void f(T *p, T *q, int c) { " + body + " }");
        PathNaming naming = PathNaming.of(
                graph, new Accessors(Set.of("get_context")), field -> "");
        List<String> used = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.nodes().get(node) instanceof Node.Call call
                    && call.function() instanceof Value.Variable callee && callee.name().equals("use")) {
                used.add(PathText.of(naming.value(node, call.arguments().get(0))));
            }
        }
        assertThat(String.join(" ", used)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        use(p->cur->lock); q->cur = p; use(p->cur->lock);        => true
        q->cur = p; use(p->cur->lock); use(p->cur->lock);        => false
        use(p->cur->lock); p->cur = q; use(p->cur->lock);        => false
        """)
    void tellsWhatKeptItsNameBesideStores(String body, boolean kept) {
        ControlFlowGraph graph = Graphs.of("void f(T *p, T *q, int c) { " + body + " }");
        PathNaming naming = PathNaming.of(graph, new Accessors(Set.of()), field -> "");
        List<Boolean> found = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.nodes().get(node) instanceof Node.Call call) {
                found.add(naming.keptBesideStores(naming.value(node, call.arguments().get(0))));
            }
        }
        assertThat(found.get(found.size() - 1)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        T *x; if (c) x = p; else x = q; use(x->lock);            => #0->lock #1->lock
        T *x = p; while (c) { use(x->lock); x = x->next; }       => #0->lock x->next->lock
        use(p->lock);                                            =>
        """)
    void tellsWhatANameMayStandFor(String body, String alternatives) {
        ControlFlowGraph graph = Graphs.of("void f(T *p, T *q, int c) { " + body + " }");
        PathNaming naming = PathNaming.of(graph, new Accessors(Set.of()), field -> "");
        List<String> found = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.nodes().get(node) instanceof Node.Call call) {
                naming.alternatives(naming.value(node, call.arguments().get(0)))
                        .forEach(path -> found.add(PathText.of(path)));
            }
        }
        assertThat(found).containsExactlyInAnyOrder(alternatives == null ? new String[0] : alternatives.split(" "));
    }
}
