package io.padlog.run.engine.embedded;

import java.util.List;

/** {@code choice-domain}: of the rows that agree in the columns of a key, the first one is admitted. */
final class Choice implements TupleStore.Admission {
    private final TupleStore rows;
    private final List<List<Integer>> domains;
    private final List<TupleStore> taken;

    Choice(TupleStore rows, List<List<Integer>> domains, Budget budget) {
        this.rows = rows;
        this.domains = domains;
        this.taken = domains.stream().map(domain -> new TupleStore(rows.name(), domain.size(), budget)).toList();
    }

    @Override
    public boolean admit(int[] row) {
        for (int i = 0; i < domains.size(); i++) {
            if (taken.get(i).find(key(i, row)) >= 0) {
                return false;
            }
        }
        for (int i = 0; i < domains.size(); i++) {
            taken.get(i).add(key(i, row));
        }
        return rows.insert(row);
    }

    private int[] key(int domain, int[] row) {
        return domains.get(domain).stream().mapToInt(column -> row[column]).toArray();
    }
}
