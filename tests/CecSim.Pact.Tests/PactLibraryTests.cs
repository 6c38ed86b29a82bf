using System.Runtime.InteropServices;
using CecSim.Pacts.Native;

namespace CecSim.Pacts.Tests;

/// <summary>Finding the Pact core in what npm installed.</summary>
public sealed class PactLibraryTests
{
    [Fact]
    public void It_is_found_for_this_platform() => Assert.True(File.Exists(PactLibrary.Find()));

    [Theory]
    [InlineData("LINUX", Architecture.X64, false, "pact-core-linux-x64-glibc/prebuilds/linux-x64/libpact_ffi.so")]
    [InlineData("LINUX", Architecture.Arm64, true, "pact-core-linux-arm64-musl/prebuilds/linux-arm64/libpact_ffi.so")]
    [InlineData("OSX", Architecture.Arm64, false, "pact-core-darwin-arm64/prebuilds/darwin-arm64/libpact_ffi.dylib")]
    [InlineData("WINDOWS", Architecture.X64, false, "pact-core-windows-x64/prebuilds/windows-x64/pact_ffi.dll")]
    public void What_is_missing_is_named_with_the_command_that_brings_it(
        string system, Architecture architecture, bool isMusl, string file)
    {
        var missing = Assert.Throws<DllNotFoundException>(
            () => PactLibrary.FindBelow("/nowhere", OSPlatform.Create(system), architecture, isMusl));

        Assert.Contains(file, missing.Message, StringComparison.Ordinal);
        Assert.Contains("'npm ci' in tests/pact", missing.Message, StringComparison.Ordinal);
    }
}
