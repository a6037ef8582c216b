/**
 * Commands for whoever runs a service: they talk to it as any client would.
 */
@NullMarked
package org.imageingest.standalone.operator;

import org.jspecify.annotations.NullMarked;
