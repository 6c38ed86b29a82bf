using CecSim.Server.Persistence;
using CecSim.Server.WebConsole;
using CecSim.Simulation.Clock;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;
using Microsoft.Extensions.Logging;

namespace CecSim.Server;

/// <summary>What a server is started with. The defaults are those of <c>cecsim serve</c>.</summary>
public sealed record CecSimArgs
{
    /// <summary>Where a client finds a server that was not told where to listen.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where such a server listens: on 127.0.0.1 and, on a machine that has it, on [::1].</summary>
    public const string DefaultListenUrl = "http://localhost:5080";

    public const int DefaultHttpsPort = 5443;

    /// <summary>Where softphones look for SIP (RFC 3261, section 19.1.2).</summary>
    public const int DefaultSipPort = 5060;

    /// <summary>The spaces to serve at first. Names and app keys are distinct.</summary>
    public IReadOnlyList<SpaceSettings> Spaces { get; init; } = [new()];

    /// <summary>Where to listen: URLs of an IP address, localhost or *, and a port; 0 for any free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultListenUrl];

    /// <summary>A port for HTTPS on both loopback addresses, 0 for any free one; null for none.</summary>
    public int? HttpsPort { get; init; }

    /// <summary>
    /// By which scheme, host and port clients know the server where a proxy or a port that is mapped stands in front
    /// of it. Answers name it; unless it is one of loopback, the control API asks everybody for its key. Null to go by
    /// what each request says.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whose <c>Forwarded</c> and <c>X-Forwarded-*</c> tell by which address a client came.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Where the WebRTC gateway takes media; by default any free port of loopback.</summary>
    public MediaSettings Media { get; init; } = new() { Port = 0 };

    /// <summary>Where what customers send is written down; null to keep nothing of it.</summary>
    public RecordingSettings? RecordMedia { get; init; }

    /// <summary>
    /// A port for SIP over UDP and TCP, where softphones register; 0 for any free one, null for none.
    /// </summary>
    public int? SipPort { get; init; }

    /// <summary>A port for SIP over TLS, with the certificate of HTTPS; 0 for any free one, null for none.</summary>
    public int? SipTlsPort { get; init; }

    /// <summary>Whether the next free port will do where that one is taken.</summary>
    public bool SipTakesNextPort { get; init; }

    /// <summary>
    /// Where softphones register; those that the machine lacks are left out, unless there is no other. Null for where
    /// media are taken, and for both loopback addresses where that is 127.0.0.1.
    /// </summary>
    public IReadOnlyList<IPAddress>? SipAddresses { get; init; }

    /// <summary>
    /// How often a browser's WebSocket of SIP is pinged, and how long it may take to answer before it counts as dead.
    /// </summary>
    public TimeSpan SipPingEvery { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// How long calls to phones hold unless somebody refreshes them (RFC 4028); null to leave that to the phones.
    /// </summary>
    public TimeSpan? SipSessionInterval { get; init; }

    /// <summary>How often registered phones are sent OPTIONS; null for never.</summary>
    public TimeSpan? SipOptionsEvery { get; init; }

    /// <summary>A capture server that is sent all SIP, as HEP version 3 by UDP; null for none.</summary>
    public IPEndPoint? Hep { get; init; }

    /// <summary>How long a call outlives the broken connection of its signalling, until its caller is back.</summary>
    public TimeSpan SipReturnWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Names, beside this machine's own, by which a listener on loopback may be asked for: of a proxy in front of it,
    /// or by which a container knows its host.
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>How each space's time begins.</summary>
    public ClockSettings Clock { get; init; } = ClockSettings.RealTime;

    /// <summary>Whether vendor answers carry <c>X-CecSim-Basis</c> and <c>X-CecSim-Why</c>.</summary>
    public bool TellsBasis { get; init; } = true;

    /// <summary>
    /// What the control API asks for, as <c>Authorization: Bearer</c>, wherever it is reached otherwise than through a
    /// listener on loopback; null to refuse it there. At least 16 characters of printable ASCII.
    /// </summary>
    public string? ControlKey { get; init; }

    /// <summary>What people may do with the console that a browser finds here.</summary>
    public ConsoleMode Console { get; init; }

    /// <summary>Whether requests are kept in the journal and clients are watched; off for load runs.</summary>
    public bool Journal { get; init; } = true;

    /// <summary>Where spaces outlive the process; null for nowhere.</summary>
    public PersistSettings? Persist { get; init; }

    /// <summary>How many long polls are held at once, of all spaces together; more are answered 503.</summary>
    public int HeldPollsMax { get; init; } = 100_000;

    /// <summary>
    /// How many connections there are at once; more are answered 503, over HTTPS closed. Null for as many as the
    /// process may have files open, less some for what else it opens.
    /// </summary>
    public int? ConnectionsMax { get; init; }

    /// <summary>How soon the whole head of a request must be there, or it is answered 408.</summary>
    public TimeSpan HeadWithin { get; init; } = TimeSpan.FromSeconds(15);

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>The URLs by which other machines reach the server.</summary>
    /// <exception cref="ArgumentException">One is no URL.</exception>
    public IReadOnlyList<string> OpenUrls => [.. Urls.Where(KestrelListeners.IsOpen)];

    internal bool ServesHttps =>
        HttpsPort is not null || Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the development CA is kept; null for the user's data folder.</summary>
    public string? CertificateFolder { get; init; }
}
