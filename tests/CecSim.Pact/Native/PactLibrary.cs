using System.Reflection;
using System.Text;

namespace CecSim.Pacts.Native;

/// <summary>
/// Where the Pact core is: in the optional npm package of this platform, which <c>npm ci</c> in <c>tests/pact</c>
/// brings.
/// </summary>
public static class PactLibrary
{
    private const string Packages = "tests/pact/node_modules/@pact-foundation";

    /// <summary>The file for this process.</summary>
    /// <exception cref="DllNotFoundException">There is none; the message says what to do.</exception>
    public static string Find() => FindBelow(
        RootOf(AppContext.BaseDirectory), SystemOf(), RuntimeInformation.ProcessArchitecture, IsMusl());

    /// <summary>The file for a platform, in the checkout at <paramref name="root"/>.</summary>
    /// <exception cref="DllNotFoundException">There is none; the message says what to do.</exception>
    public static string FindBelow(string root, OSPlatform system, Architecture architecture, bool isMusl)
    {
        var name = PlatformOf(system, architecture);
        var package = system == OSPlatform.Linux ? $"{name}-{(isMusl ? "musl" : "glibc")}" : name;
        var file = system == OSPlatform.Windows ? "pact_ffi.dll"
            : system == OSPlatform.OSX ? "libpact_ffi.dylib" : "libpact_ffi.so";
        var path = Path.Combine(root, Packages, $"pact-core-{package}", "prebuilds", name, file);
        return File.Exists(path) ? path : throw new DllNotFoundException(
            $"The Pact core is not at {path}. 'npm ci' in tests/pact brings it, for Linux, macOS and Windows on x64 " +
            "and for Linux and macOS on arm64; optional packages must not be left out.");
    }

    internal static nint Load(string name, Assembly assembly, DllImportSearchPath? search) =>
        name == PactCore.Library ? NativeLibrary.Load(Find()) : nint.Zero;

    private static string PlatformOf(OSPlatform system, Architecture architecture)
    {
        var word = new StringBuilder(system == OSPlatform.OSX ? "darwin" : $"{system}".ToLowerInvariant());
        return word.Append('-').Append($"{architecture}".ToLowerInvariant()).ToString();
    }

    private static OSPlatform SystemOf() => OperatingSystem.IsWindows() ? OSPlatform.Windows
        : OperatingSystem.IsMacOS() ? OSPlatform.OSX
        : OSPlatform.Linux;

    private static bool IsMusl() =>
        RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    private static string RootOf(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "CecSim.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DllNotFoundException($"{folder} is in no checkout of CecSim.");
    }
}
