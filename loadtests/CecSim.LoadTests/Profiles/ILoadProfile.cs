namespace CecSim.LoadTests.Profiles;

/// <summary>A kind of load, and what is measured under it.</summary>
internal interface ILoadProfile
{
    string Name { get; }

    /// <summary>One sentence for the help text and the head of the report.</summary>
    string Summary { get; }

    LoadDefaults Defaults { get; }

    /// <summary>Whether it makes sense against so poor a server: the floor, a peer, a target without control.</summary>
    bool CanMeasure(LoadServer server);

    /// <summary>Whether a peer gets a warm-up too, where that takes no longer than it should.</summary>
    bool WarmsUpPeers => true;

    /// <summary>False where it speaks HTTP/1.1 of its own, or HTTP is not what it measures.</summary>
    bool CanSpeakHttp2 => true;

    Task RunAsync(LoadSession session, CancellationToken ends);
}
