package io.onrecord.cli;

import io.onrecord.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"onrecord " + Version.current()};
    }
}
