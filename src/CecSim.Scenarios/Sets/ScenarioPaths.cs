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

        List<string> files =
        [
            .. Directory.EnumerateFiles(path)
                .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal),
        ];
        if (files.Count == 0)
        {
            complaints.Add(new Complaint(path, 0, 0, "the folder holds no scenario", "*.yaml, *.yml"));
        }

        return files;
    }
}
