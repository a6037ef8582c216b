package org.imageingest.engine.portable;

import java.util.Iterator;

import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * Finds the very plugin that is meant. Asking ImageIO for "a JPEG reader" gives whichever
 * the class path happened to bring first.
 */
public final class ImageIoPlugins {

	private ImageIoPlugins() {
	}

	/**
	 * Finds a reader.
	 * @param className of its service provider
	 * @return the registered provider
	 * @throws IllegalStateException if the library is missing
	 */
	public static ImageReaderSpi reader(String className) {
		return find(ImageReaderSpi.class, className);
	}

	/**
	 * Finds a writer.
	 * @param className of its service provider
	 * @return the registered provider
	 * @throws IllegalStateException if the library is missing
	 */
	static ImageWriterSpi writer(String className) {
		return find(ImageWriterSpi.class, className);
	}

	private static <T> T find(Class<T> category, String className) {
		Iterator<T> providers = IIORegistry.getDefaultInstance().getServiceProviders(category, true);
		while (providers.hasNext()) {
			T provider = providers.next();
			if (provider.getClass().getName().equals(className)) {
				return provider;
			}
		}
		throw new IllegalStateException("The image library of " + className + " is missing");
	}

}
