using Microsoft.Extensions.Configuration;

namespace CecSim.Aspire;

/// <summary>How cecsim is started on this machine.</summary>
/// <param name="Command">The program.</param>
/// <param name="Arguments">What comes before the arguments of cecsim.</param>
internal sealed record CecSimProgram(string Command, IReadOnlyList<string> Arguments)
{
    private const string Variable = "CECSIM_BINARY";

    private static readonly string FileName = OperatingSystem.IsWindows() ? "cecsim.exe" : "cecsim";

    /// <summary>The file that is named, or that CECSIM_BINARY names, or the first of the search path.</summary>
    /// <param name="named">A native file, an installed tool, or <c>cecsim.dll</c>; null where nobody named one.</param>
    /// <param name="folder">Where names begin that are not rooted.</param>
    /// <param name="settings">The app host's, with its environment.</param>
    /// <exception cref="DistributedApplicationException">There is none.</exception>
    public static CecSimProgram Find(string? named, string folder, IConfiguration settings)
    {
        if (named is { Length: > 0 })
        {
            return At(Path.Combine(folder, named))
                ?? throw new DistributedApplicationException($"AddCecSim names {named}, which is no file in {folder}.");
        }

        if (settings[Variable] is { Length: > 0 } variable)
        {
            return At(Path.Combine(folder, variable))
                ?? throw new DistributedApplicationException($"{Variable} names {variable}, which is no file.");
        }

        return (settings["PATH"] ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(place => At(Path.Combine(place, FileName)))
            .FirstOrDefault(found => found is not null)
            ?? throw new DistributedApplicationException(
                $"There is no {FileName} on the search path. Install it (dotnet tool install --global cecsim), or name "
                + $"its file in AddCecSim or in {Variable}.");
    }

    private static CecSimProgram? At(string path) => !File.Exists(path) ? null
        : Path.GetExtension(path) == ".dll" ? new("dotnet", [Path.GetFullPath(path)])
        : new(Path.GetFullPath(path), []);
}
