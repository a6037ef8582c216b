/**
 * Ports, and connections that break when a test wants them to.
 */
@NullMarked
package org.imageingest.testkit.network;

import org.jspecify.annotations.NullMarked;
