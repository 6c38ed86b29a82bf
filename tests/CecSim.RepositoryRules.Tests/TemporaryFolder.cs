namespace CecSim.RepositoryRules.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cecsim-rules-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
