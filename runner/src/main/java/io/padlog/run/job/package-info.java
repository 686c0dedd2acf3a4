/** A class for each thing that a user asks for; joins the extractor, the engines, the rules and the findings. */
package io.padlog.run.job;
