using CecSim.Scenarios.Contracts;

namespace CecSim.Scenarios.Sets;

/// <summary>The files that a list of files and folders stands for, each once.</summary>
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

    private static List<string> Expand(string path, List<Diagnostic> complaints)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            complaints.Add(new Diagnostic(path, 0, 0, "no such file or folder"));
            return [];
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
