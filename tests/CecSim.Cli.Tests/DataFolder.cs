using CecSim.Cli.Tests;

[assembly: AssemblyFixture(typeof(DataFolder))]

namespace CecSim.Cli.Tests;

/// <summary>
/// Where all runs in this process have their certificates: the user's own are not for tests to make or to change.
/// </summary>
public sealed class DataFolder : IDisposable
{
    public static string Path { get; } = Directory.CreateTempSubdirectory("cecsim-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
