using System.Diagnostics;

namespace CecSim.Tests;

/// <summary>
/// How a test starts cecsim in a process of its own: as it was built with the tests, or the file that
/// <c>CECSIM_BINARY</c> names.
/// </summary>
internal static class ToolCommand
{
    private const string Variable = "CECSIM_BINARY";

    /// <summary>The file; null where it is not named.</summary>
    public static string? Binary { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? File.Exists(named)
            ? Path.GetFullPath(named)
            : throw new FileNotFoundException($"{Variable} names {Path.GetFullPath(named)}, which is not there.")
        : null;

    /// <summary>The program and what comes before the arguments of a user.</summary>
    public static IReadOnlyList<string> Words { get; } =
        Binary is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "cecsim.dll")] : [Binary];

    public static ProcessStartInfo With(IEnumerable<string> arguments) =>
        new(Words[0], [.. Words.Skip(1), .. arguments]);
}
