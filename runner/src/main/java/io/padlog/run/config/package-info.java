/** What a team writes into {@code padlog.toml} so that nobody has to type it. */
package io.padlog.run.config;
