package dev.dmalint.scan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.findings.Gap;
import dev.dmalint.scan.files.Excludes;
import dev.dmalint.scan.files.Found;
import dev.dmalint.scan.files.FoundFile;
import dev.dmalint.scan.files.SourceFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PersonalityFilesTest {
  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void takeTheRealPath() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void aPersonalityIsReadAsItIsWritten() throws Exception {
    write("nic/Ring.java", "class Ring {}");
    write(
        "nic/Info.plist",
        """
        <plist><dict>
          <key>CFBundleIdentifier</key><string>org.example.nic</string>
          <key>IOKitPersonalities</key>
          <dict>
            <key>Nic</key>
            <dict>
              <key>IOClass</key><string>NicDriver</string>
              <key>IOProviderClass</key><string>IOPCIDevice</string>
              <key>IOPCIMatch</key><string>0x100e8086 0x816810ec&amp;0xffff0000</string>
              <key>IOPCIPrimaryMatch</key><array><string>0x1</string><string>0x2</string></array>
              <key>IOPCIClassMatch</key><string>0x02000000&amp;0xffff0000</string>
              <key>IOPCItunnelCompatible</key><string>YES</string>
            </dict>
            <key>Ext</key>
            <dict>
              <key>IOClass</key><string>IOUserService</string>
              <key>IOUserClass</key><string>NicExtension</string>
              <key>IOPCITunnelCompatible</key><false/>
            </dict>
          </dict>
        </dict></plist>
        """);
    DeviceIdentity identity = identity("nic");
    assertThat(identity.gaps()).isEmpty();
    assertThat(identity.personalities())
        .containsExactly(
            new Personality(
                "NicDriver",
                "IOPCIDevice",
                List.of("0x100e8086 0x816810ec&0xffff0000", "0x1", "0x2"),
                List.of("0x02000000&0xffff0000"),
                Optional.of(true),
                Optional.empty(),
                "nic/Info.plist:6"),
            new Personality(
                "NicExtension",
                "",
                List.of(),
                List.of(),
                Optional.of(false),
                Optional.empty(),
                "nic/Info.plist:15"));
  }

  @Test
  void aFileIsFoundAboveTheSourceButNotAboveThePath() throws Exception {
    write("Info.plist", plist("TooHigh"));
    write("kext/Info.plist", plist("Above"));
    write("kext/src/deep/A.java", "class A {}");
    write("kext/src/deep/Info.plist", plist("Beside"));
    write("kext/other/Info.plist", plist("Elsewhere"));
    assertThat(drivers("kext")).containsExactly("Above", "Beside");
    assertThat(drivers("kext/src")).containsExactly("Beside");
    assertThat(drivers("kext/src/deep/A.java")).containsExactly("Beside");
  }

  @Test
  void withinARepositoryAFileIsLookedForUpToItsFolder() throws Exception {
    write("Info.plist", plist("TooHigh"));
    write("repository/.git/HEAD", "ref");
    write("repository/Info.plist", plist("Top"));
    write("repository/src/A.java", "class A {}");
    assertThat(drivers("repository/src")).containsExactly("Top");
    assertThat(identity("repository/src").files()).containsExactly("repository/Info.plist");
  }

  @Test
  void twoDriversOfOneNameKeepTheirOwnPersonalities() throws Exception {
    write("one/Info.plist", plist("Nic"));
    write("one/src/Nic.java", "// first\npackage org.one;\nclass Nic {}");
    write("two/Info.plist", plist("Nic"));
    write("two/src/Nic.java", "package org.two; class Nic {}");
    write("three/Info.plist", plist("Nic"));
    write("three/Other.java", "class Other {}");
    assertThat(drivers(".")).containsExactly("org.one.Nic", "Nic", "org.two.Nic");
    assertThat(drivers("one")).containsExactly("Nic");
  }

  @Test
  void aMalformedFileIsAGapAndTheOthersAreRead() throws Exception {
    write("a/A.java", "class A {}");
    write("a/Info.plist", "<plist>\n<dict>\n<key>x</key>\n</plist>");
    write("b/B.java", "class B {}");
    write("b/Info.plist", plist("Good"));
    write("c/C.java", "class C {}");
    write("c/Info.plist", "bplist00");
    DeviceIdentity identity = identity("a", "b", "c");
    assertThat(identity.personalities())
        .extracting(Personality::driverClass)
        .containsExactly("Good");
    assertThat(identity.gaps())
        .extracting(Gap::kind, Gap::file, Gap::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Gap.Kind.IDENTITY, "a/Info.plist", 4),
            org.assertj.core.groups.Tuple.tuple(Gap.Kind.IDENTITY, "c/Info.plist", 1));
    assertThat(identity.gaps()).allSatisfy(gap -> assertThat(gap.message()).contains("mend it"));
  }

  @Test
  void anEntryWithoutADriverIsAGap() throws Exception {
    write("a/A.java", "class A {}");
    write(
        "a/Info.plist",
        """
        <plist><dict><key>IOKitPersonalities</key><dict>
        <key>One</key><dict><key>IOProviderClass</key><string>IOPCIDevice</string></dict>
        <key>Two</key><string>x</string>
        </dict></dict></plist>
        """);
    assertThat(identity("a").gaps()).extracting(Gap::line).containsExactly(2, 3);
  }

  @Test
  void aPlistOfAnotherKindSaysNothing() throws Exception {
    write("a/A.java", "class A {}");
    write("a/Info.plist", "<plist><dict><key>CFBundleName</key><string>x</string></dict></plist>");
    DeviceIdentity identity = identity("a");
    assertThat(identity.personalities()).isEmpty();
    assertThat(identity.gaps()).isEmpty();
  }

  private List<String> drivers(String path) throws Exception {
    return identity(path).personalities().stream().map(Personality::driverClass).toList();
  }

  private DeviceIdentity identity(String... paths) throws Exception {
    Found found =
        SourceFinder.find(
            Arrays.stream(paths).map(Path::of).toList(), folder, Excludes.none(folder));
    TreeMap<String, String> texts = new TreeMap<>();
    for (FoundFile file : found.files()) {
      texts.put(file.name(), Files.readString(file.file()));
    }
    return PersonalityFiles.of(found, texts);
  }

  private static String plist(String driver) {
    return """
    <plist><dict><key>IOKitPersonalities</key><dict><key>One</key>
    <dict><key>IOClass</key><string>%s</string></dict></dict></dict></plist>
    """
        .formatted(driver);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
