using CecSim.Scenarios.Contracts;

namespace CecSim.Scenarios.Sets;

/// <summary>The files that a list of files and folders stands for, each once.</summary>
internal static class ScenarioPaths
{
    public static (IReadOnlyList<string> Files, IReadOnlyList<Complaint> Complaints) Expand(
        IReadOnlyList<string> paths)
    {
        var complaints = new List<Complaint>();
        var files = paths.SelectMany(path => Expand(path, complaints)).DistinctBy(Path.GetFullPath).ToList();
        return (files, complaints);
    }

    private static List<string> Expand(string path, List<Complaint> complaints)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            complaints.Add(new Complaint(path, 0, 0, "no such file or folder"));
            return [];
        }

        try
        {
            return FilesOf(path, complaints);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            complaints.Add(new Complaint(path, 0, 0, $"cannot be read: {closed.Message}"));
            return [];
        }
    }

    private static List<string> FilesOf(string folder, List<Complaint> complaints)
    {
        var files = Directory.GetFiles(folder)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml" && !IsContract(f))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            complaints.Add(new Complaint(folder, 0, 0, "the folder holds no scenario", "*.yaml, *.yml"));
        }

        return files;
    }

    // What a client has to do lies beside the scenario in which it has to do it.
    private static bool IsContract(string file) => file.EndsWith(ContractFiles.Ending, StringComparison.Ordinal);
}
