package org.imageingest.engine.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A C library, loaded for the life of the process.
 *
 * <p>
 * Its functions are called from platform threads: a call cannot be interrupted, and would
 * hold the carrier of a virtual thread.
 */
public final class NativeLibrary {

	/** Where package managers put libraries that the system's own search leaves out. */
	private static final List<String> FOLDERS = List.of("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib");

	private static final Linker LINKER = Linker.nativeLinker();

	private final String name;

	private final SymbolLookup symbols;

	private NativeLibrary(String name, SymbolLookup symbols) {
		this.name = name;
		this.symbols = symbols;
	}

	/**
	 * Loads a library by the system's own search.
	 * @param name name without prefix and suffix, for example {@code turbojpeg}
	 * @param version number of its binary interface, for example 0 for
	 * {@code libturbojpeg.so.0}
	 * @return the library
	 * @throws LibraryMissingException if it is not there
	 */
	public static NativeLibrary load(String name, int version) {
		boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
		String file = mac ? "lib" + name + "." + version + ".dylib" : "lib" + name + ".so." + version;
		List<String> places = new ArrayList<>();
		places.add(file);
		FOLDERS.stream()
			.map((folder) -> Path.of(folder, file))
			.filter(Files::exists)
			.map(Path::toString)
			.forEach(places::add);
		for (String place : places) {
			try {
				return new NativeLibrary(file, SymbolLookup.libraryLookup(place, Arena.global()));
			}
			catch (IllegalArgumentException ex) {
				// The next place; the last word is below.
			}
		}
		throw new LibraryMissingException(file + " was not found", null);
	}

	/**
	 * Returns the libraries that Java classes beside this one have loaded for themselves.
	 * @param name what to call them in messages
	 * @return all of them, as if they were one
	 */
	public static NativeLibrary loadedByClasses(String name) {
		return new NativeLibrary(name, SymbolLookup.loaderLookup());
	}

	/**
	 * Returns one of its functions.
	 * @param function name of the function
	 * @param descriptor its type
	 * @param options such as {@link Linker.Option#firstVariadicArg}
	 * @return a handle that takes and returns what the descriptor says
	 * @throws LibraryMissingException if the library lacks it
	 */
	public MethodHandle function(String function, FunctionDescriptor descriptor, Linker.Option... options) {
		return LINKER.downcallHandle(symbol(function), descriptor, options);
	}

	/**
	 * Returns the address of a function, to be handed to another one.
	 * @param function name of the function
	 * @return its address
	 * @throws LibraryMissingException if the library lacks it
	 */
	public MemorySegment symbol(String function) {
		return this.symbols.find(function)
			.orElseThrow(() -> new LibraryMissingException(this.name + " has no function " + function, null));
	}

	/**
	 * Passes on what a call threw: a handle declares everything, and the calls here throw
	 * nothing but errors of the JVM.
	 * @param thrown what came out of {@code invokeExact}
	 * @return never
	 */
	public static RuntimeException rethrow(Throwable thrown) {
		switch (thrown) {
			case RuntimeException exception -> throw exception;
			case Error error -> throw error;
			default -> throw new IllegalStateException(thrown);
		}
	}

}
