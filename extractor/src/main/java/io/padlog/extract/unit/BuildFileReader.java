package io.padlog.extract.unit;

import java.util.List;

/** Reads build files of one kind. Threads may share it. */
interface BuildFileReader {
    /**
     * Reads a build file.
     *
     * @param reports told what could not be read
     * @return the units that the file describes, some perhaps without a C source; none if it cannot be read
     */
    List<UnitDraft> read(BuildFile buildFile, Reports reports);
}
