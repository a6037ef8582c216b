/**
 * What a service takes of the machine, over all its processes.
 */
@NullMarked
package org.imageingest.bench.process;

import org.jspecify.annotations.NullMarked;
