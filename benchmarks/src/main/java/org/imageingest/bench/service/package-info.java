/**
 * The service that is looked at: started for it, or running already.
 */
@NullMarked
package org.imageingest.bench.service;

import org.jspecify.annotations.NullMarked;
