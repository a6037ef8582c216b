/**
 * The contract of the REST API, as a document for programs and as pages for people.
 */
@NullMarked
package org.imageingest.source.openapi;

import org.jspecify.annotations.NullMarked;
