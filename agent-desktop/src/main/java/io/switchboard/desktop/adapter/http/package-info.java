/**
 * The API on the wire, by Vert.x Web: {@link io.switchboard.desktop.adapter.http.ApiVerticle} binds each endpoint to its route,
 * {@link io.switchboard.desktop.adapter.http.Gate} lets in who may ask, {@link io.switchboard.desktop.adapter.http.Reader} reads what he
 * sent and {@link io.switchboard.desktop.adapter.http.Writer} writes what he gets.
 */
@NullMarked
package io.switchboard.desktop.adapter.http;

import org.jspecify.annotations.NullMarked;
