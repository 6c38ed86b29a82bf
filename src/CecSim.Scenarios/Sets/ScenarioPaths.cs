using CecSim.Scenarios.Contracts;
using CecSim.Scenarios.Shipped;

namespace CecSim.Scenarios.Sets;

/// <summary>The files that a list of files, folders and names of shipped scenarios stands for, each once.</summary>
internal static class ScenarioPaths
{
    /// <param name="takesInput">Whether <see cref="ScenarioFiles.StandardInput"/> is among them.</param>
    public static (IReadOnlyList<string> Files, IReadOnlyList<Diagnostic> Complaints) Expand(
        IReadOnlyList<string> paths, bool takesInput = false)
    {
        var complaints = new List<Diagnostic>();
        var files = paths
            .SelectMany(path => takesInput && path == ScenarioFiles.StandardInput ? [path] : Expand(path, complaints))
            .DistinctBy(Path.GetFullPath)
            .ToList();
        return (files, complaints);
    }

    /// <summary>Whether it is a file, a folder, or the name of a shipped scenario.</summary>
    public static bool LeadsSomewhere(string path) =>
        File.Exists(path) || Directory.Exists(path) || ShippedScenarios.Find(path) is not null;

    private static List<string> Expand(string path, List<Diagnostic> complaints)
    {
        if (!Directory.Exists(path))
        {
            complaints.AddRange(LeadsSomewhere(path) ? [] : [Nowhere(path)]);
            return LeadsSomewhere(path) ? [path] : [];
        }

        try
        {
            return FilesOf(path, complaints);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            complaints.Add(new Diagnostic(path, 0, 0, $"cannot be read: {closed.Message}"));
            return [];
        }
    }

    // Whoever writes a folder or an extension means a file, though perhaps one that is shipped.
    private static Diagnostic Nowhere(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name == path
            ? ShippedScenarios.Unknown(path, "no such file or folder, and no scenario that is shipped")
            : new Diagnostic(path, 0, 0, "no such file or folder", DidYouMean: ShippedScenarios.Find(name));
    }

    private static List<string> FilesOf(string folder, List<Diagnostic> complaints)
    {
        var files = Directory.GetFiles(folder)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml" && !ContractFiles.IsContract(f))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            complaints.Add(new Diagnostic(folder, 0, 0, "the folder holds no scenario", "*.yaml, *.yml"));
        }

        return files;
    }
}
