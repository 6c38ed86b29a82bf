using System.Runtime.CompilerServices;

namespace CecSim.LoadTests.Servers;

/// <summary>Starts what a run compares: CecSim, the floor beneath it, and the peers where they are installed.</summary>
internal static class Contestants
{
    // .../artifacts/bin/CecSim.LoadTests/release/
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
    private static readonly string Binaries = Here.Parent!.Parent!.FullName;

    /// <summary>The folder that the repository was cloned to.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Binaries, "..", ".."));

    private static readonly IReadOnlyList<string> Serve =
        ["serve", "--urls", "http://127.0.0.1:0", "--media-port", "0"];

    public static IReadOnlyList<string> FloorCommand { get; } = [PathOf("Floor", "Floor.dll")];

    /// <summary>One after the other, so that each has the machine for itself.</summary>
    public static async IAsyncEnumerable<LoadServer> AllAsync(
        LoadSettings settings, [EnumeratorCancellation] CancellationToken ends)
    {
        // Whoever is not there is told at once, not after the floor's turn.
        var target = settings.Target is null ? null : await TargetAsync(settings, ends);
        if (settings.HasFloor)
        {
            yield return await StartFloorAsync(settings, ends);
        }

        yield return target ?? await StartCecSimAsync(settings, ends);
        if (settings.HasPeers)
        {
            if (await Peers.StartWireMockAsync(settings, ends) is { } wireMock)
            {
                yield return wireMock;
            }

            if (await Peers.StartMountebankAsync(settings, ends) is { } mountebank)
            {
                yield return mountebank;
            }
        }
    }

    /// <exception cref="ArgumentException">It is none that a run starts.</exception>
    public static async Task<LoadServer> StartAsync(
        string name, LoadSettings settings, CancellationToken ends) => name switch
    {
        LoadServer.CecSim => await StartCecSimAsync(settings, ends),
        LoadServer.Floor => await StartFloorAsync(settings, ends),
        Peers.WireMock => (await Peers.StartWireMockAsync(settings, ends))!,
        Peers.Mountebank => (await Peers.StartMountebankAsync(settings, ends))!,
        _ => throw new ArgumentException($"{name} is none that a run starts."),
    };

    private static async Task<LoadServer> TargetAsync(LoadSettings settings, CancellationToken ends)
    {
        using var control = new LoadControl(settings.Target!, settings.ControlKey);
        return new LoadServer(LoadServer.Target, settings.Target!, await control.AnswersAsync(ends));
    }

    private static async Task<LoadServer> StartCecSimAsync(LoadSettings settings, CancellationToken ends)
    {
        List<string> arguments = [.. Serve, "--held-polls-max", "200000"];
        if (!settings.Journal)
        {
            arguments.Add("--no-journal");
        }

        // Loopback without TLS speaks HTTP/1.1 only.
        arguments.AddRange(["--https-port", "0"]);
        var process = settings.Binary is { } binary
            ? await ServerProcess.StartAsync(binary, arguments, addressCount: 2, ends)
            : await ServerProcess.StartAsync(
                "dotnet", [PathOf("CecSim.Cli", "cecsim.dll"), .. arguments], addressCount: 2, ends);
        return Of(LoadServer.CecSim, process, settings, hasControl: true);
    }

    private static async Task<LoadServer> StartFloorAsync(LoadSettings settings, CancellationToken ends)
    {
        IReadOnlyList<string> arguments = settings.Http2 ? [.. FloorCommand, "--https"] : FloorCommand;
        var process = await ServerProcess.StartAsync("dotnet", arguments, settings.Http2 ? 2 : 1, ends);
        return Of(LoadServer.Floor, process, settings, hasControl: true);
    }

    private static LoadServer Of(string name, ServerProcess process, LoadSettings settings, bool hasControl)
    {
        var scheme = settings.Http2 ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        return new LoadServer(name, process.Addresses.First(a => a.Scheme == scheme), hasControl) { Process = process };
    }

    private static string PathOf(string project, string file) => Path.Combine(Binaries, project, Here.Name, file);
}
