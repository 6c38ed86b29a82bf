namespace CecSim.Cli.Tests;

/// <summary>A folder for the scenario files of one test.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cecsim-scenarios-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string yaml)
    {
        var file = File(name);
        System.IO.File.WriteAllText(file, yaml);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
