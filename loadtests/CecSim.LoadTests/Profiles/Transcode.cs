using CecSim.LoadTests.Relays;

namespace CecSim.LoadTests.Profiles;

/// <summary>Calls from Opus to PCMU and back.</summary>
internal sealed class Transcode : ILoadProfile
{
    public string Name => "transcode";

    public string Summary => "Bridged calls in which one side has Opus and the other PCMU.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 100, TimeSpan.FromSeconds(20));

    public bool CanSpeakHttp2 => false;

    public bool CanMeasure(LoadServer server) => server.Name == LoadServer.CecSim;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        await using var gateway = await RelayProcess.StartGatewayAsync(ends);
        await RelayedLoad.RunAsync(session, gateway, "", RelayedCodec.Opus, RelayedCodec.Pcmu, ends);
    }
}
