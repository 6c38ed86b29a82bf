using CecSim.Server.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Tests.Persistence;

/// <summary>A folder in which one server after the other keeps its spaces.</summary>
internal sealed class KeptFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cecsim-kept-").FullName;

    public string LogOf(string space) => System.IO.Path.Combine(Path, "spaces", space + ".jsonl");

    public Task<TestCec> StartAsync(params SpaceSettings[] spaces) => StartAsync(spaces, disk: null);

    public Task<TestCec> StartAsync(SpaceSettings[] spaces, Disk? disk, TimeProvider? real = null) =>
        TestCec.StartAsync(
            new CecSimArgs { Spaces = spaces, Persist = new PersistSettings(Path), SipPort = 0 },
            real: real,
            configureBuilder: disk is null ? null : Use(disk));

    /// <summary>The folder as a process leaves it that is killed at this moment.</summary>
    public KeptFolder Kill()
    {
        var left = new KeptFolder();
        Directory.CreateDirectory(System.IO.Path.Combine(left.Path, "spaces"));
        foreach (var log in Directory.EnumerateFiles(System.IO.Path.Combine(Path, "spaces")))
        {
            File.Copy(log, System.IO.Path.Combine(left.Path, "spaces", System.IO.Path.GetFileName(log)));
        }

        return left;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static Action<WebApplicationBuilder> Use(Disk disk) => builder => builder.Services.AddSingleton(disk);
}
