/** Why a row is there: a proof search over computed relations, whichever engine has computed them. */
package io.padlog.run.proof;
