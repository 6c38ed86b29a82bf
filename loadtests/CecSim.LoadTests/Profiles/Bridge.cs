using CecSim.LoadTests.Relays;

namespace CecSim.LoadTests.Profiles;

/// <summary>
/// Calls between SRTP and plain RTP in one codec, and the same through rtpengine where it is installed.
/// </summary>
internal sealed class Bridge : ILoadProfile
{
    public string Name => "bridge";

    public string Summary =>
        "Bridged calls, SRTP to RTP in PCMU, beside rtpengine in userland (apt-get install rtpengine-daemon).";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 500, TimeSpan.FromSeconds(20));

    public bool CanSpeakHttp2 => false;

    public bool CanMeasure(LoadServer server) => server.Name == LoadServer.CecSim;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        double own;
        await using (var gateway = await RelayProcess.StartGatewayAsync(ends))
        {
            own = await RelayedLoad.RunAsync(session, gateway, "", RelayedCodec.Pcmu, RelayedCodec.Pcmu, ends);
        }

        if (!session.Settings.HasPeers || await RelayProcess.StartRtpEngineAsync(ends) is not { } rtpEngine)
        {
            session.Phase("rtpengine is not installed: there is nothing to compare with");
            return;
        }

        await using (rtpEngine)
        {
            var its = await RelayedLoad.RunAsync(
                session, rtpEngine, $"{RelayProcess.RtpEngine}: ", RelayedCodec.Pcmu, RelayedCodec.Pcmu, ends);
            session.Add("processor per call, to rtpengine's", own / its, "×");
        }
    }
}
