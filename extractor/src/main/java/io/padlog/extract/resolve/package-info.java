/** Names inside a unit: which definition a name means, which functions a field may hold, what a call may reach. */
package io.padlog.extract.resolve;
