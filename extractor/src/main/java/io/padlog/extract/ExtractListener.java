package io.padlog.extract;

/** Is told how far an extraction is, for people who wait; by several threads at once. */
public interface ExtractListener {
    /** Hears nothing. */
    ExtractListener NONE = new ExtractListener() {
        @Override
        public void found(int files) {}

        @Override
        public void read() {}
    };

    /** So many source files are going to be read. Told once, before the first is. */
    void found(int files);

    /** One more of them was read, or could not be. */
    void read();
}
