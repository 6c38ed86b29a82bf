using System.Collections.Concurrent;
using System.Net.Sockets;
using CecSim.Guarding;
using CecSim.Server.Certificates;
using CecSim.Server.Ladders;
using CecSim.Server.Listeners;
using CecSim.Server.Phones;
using CecSim.Server.Recording;
using CecSim.Server.Snapshots;
using CecSim.Server.Telemetry;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Findings;
using CecSim.Telephony;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Sdp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Gateway;

/// <summary>
/// The WebRTC gateway: takes the calls that event 168101 invited, echoes their media or plays others, and keeps
/// signalling, media and simulated call together until one of them ends. Media run in real time, whatever the space's
/// clock does.
/// </summary>
internal sealed partial class CallGateway : ISipCalls, IHostedService, IAsyncDisposable
{
    private readonly SpaceDirectory _spaces;
    private readonly Recorder _recorder;
    private readonly CecSimArgs _args;
    private readonly TimeProvider _clock;
    private readonly CallTraces _traces;
    private readonly SipJournal _sipJournal;
    private readonly Announcer _announcer;
    private readonly OwnHost _own;
    private readonly ServedCertificate _certificate;
    private readonly MediaRecorder? _mediaRecorder;
    private readonly TelephonyMeter? _meter;
    private readonly Guard _guard;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<SipCall, GatewayCall> _calls = new();
    private Task<MediaGateway?> _media = Task.FromResult<MediaGateway?>(null);

    public CallGateway(
        CecSimArgs args,
        SpaceDirectory spaces,
        Recorder recorder,
        TimeProvider clock,
        CallTraces traces,
        SipJournal sipJournal,
        Announcer announcer,
        ServedCertificate certificate,
        Guard guard,
        ILogger<CallGateway> log,
        MediaRecorder? mediaRecorder = null,
        TelephonyMeter? meter = null)
    {
        _mediaRecorder = mediaRecorder;
        _meter = meter;
        _recorder = recorder;
        _args = args;
        _spaces = spaces;
        _clock = clock;
        _traces = traces;
        _own = new OwnHost(SoftphonePorts.AddressesOf(args), args.Media.AdvertisedAddresses, args.PublicUrl);
        _sipJournal = sipJournal;
        _announcer = announcer;
        _certificate = certificate;
        _guard = guard;
        _log = log;
        Sip = new SipServer(
            this,
            AccountsOf,
            clock,

            // Of waiting times alone, so that a seed gives them again; what nobody may guess comes from elsewhere.
            new Random((int)spaces.First.Settings.Seed),
            guard,
            new SipServerSettings
            {
                FlowLossMax = args.SipReturnWithin,
                TcpConnectionsMax = OpenFiles.SipConnectionsMax,
                Hep = args.Hep,
                EndsRegistrations = false,
                SessionInterval = args.SipSessionInterval,
                OptionsEvery = args.SipOptionsEvery,
                Trace = args.Journal
                    ? new SipTraceSettings { Follower = new SipFollowing(spaces, Dialogs, guard) }
                    : SipTraceSettings.Off,
            });
        AgentPhones = new AgentPhoneCalls(spaces, this, sipJournal, guard);
    }

    public SipServer Sip { get; }

    /// <summary>The SIP of each call.</summary>
    public CallDialogs Dialogs { get; } = new();

    /// <summary>The calls of agents' phones.</summary>
    public AgentPhoneCalls AgentPhones { get; }

    /// <summary>Where softphones register, the same port at each address; empty when they cannot.</summary>
    public IReadOnlyList<IPEndPoint> Softphones { get; private set; } = [];

    /// <summary>Where they register by TLS; empty when they cannot.</summary>
    public IReadOnlyList<IPEndPoint> SoftphonesByTls { get; private set; } = [];

    /// <summary>Null while it is being made.</summary>
    public MediaGateway? Media => _media.IsCompletedSuccessfully ? _media.Result : null;

    /// <summary>Where media come to; null before the start.</summary>
    public IPEndPoint? MediaAt { get; private set; }

    public IReadOnlyList<GatewayCall> Calls => [.. _calls.Values];

    /// <exception cref="ListenException">A port cannot be opened.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_args.SipPort is { } port)
        {
            Softphones = await SoftphonePorts.OpenAsync(
                Sip, SoftphonePorts.AddressesOf(_args), port, _args.SipTakesNextPort);
        }

        if (_args.SipTlsPort is { } tlsPort)
        {
            SoftphonesByTls = SoftphonePorts.OpenTls(
                Sip, SoftphonePorts.AddressesOf(_args), tlsPort, () => _certificate.Value);
        }

        var opened = OpenMedia();
        MediaAt = opened.Local;

        // Beside the start: the first answer over HTTP does not wait for a DTLS certificate.
        _media = BeginMediaAsync(opened);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await Sip.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Sip.DisposeAsync();
        if (await _media is { } media)
        {
            await media.DisposeAsync();
        }

        if (_mediaRecorder is not null)
        {
            await _mediaRecorder.DisposeAsync();
        }
    }

    public ValueTask<InviteDecision> ReofferAsync(SipCall changed, string sdp) => ValueTask.FromResult(
        _calls.TryGetValue(changed, out var call) ? call.Reoffer(sdp)
        : AgentPhones.Find(changed) is { } phone ? phone.Reoffer(sdp)
        : new InviteDecision.Refuse(488) { Why = "The call is over" });

    public ValueTask<InviteDecision.Refuse?> ReferAsync(SipReferral referral) => ValueTask.FromResult(
        AgentPhones.Find(referral.Call) is { } phone
            ? phone.Refer(referral)
            : new InviteDecision.Refuse(403) { Why = "Only the phone of an agent hands calls on" });

    public string? TakeAnswer(SipCall answered, string sdp) =>
        _calls.TryGetValue(answered, out var call) ? call.TakeAnswer(sdp)
        : AgentPhones.Find(answered) is { } phone ? phone.TakeAnswer(sdp)
        : "The call is over";

    public void Registered(SipBinding phone, TimeSpan lifetime) => AgentPhones.Register(phone, lifetime);

    public void Unregistered(SipBinding phone, RegistrationEnd why) => AgentPhones.Unregister(phone, why);

    public void Probed(SipBinding phone, bool isReachable) => AgentPhones.Reach(phone, isReachable);

    public void Refused(RefusedRequest refused)
    {
        _sipJournal.Note(refused, refused.Call is { } call ? _calls.GetValueOrDefault(call) : null);
        if (refused is { Method: "REGISTER", IsStale: false })
        {
            AgentPhones.NoteRefusal(refused);
        }
    }

    public void Dtmf(SipCall pressed, string digits)
    {
        if (_calls.TryGetValue(pressed, out var call))
        {
            call.PressByInfo(digits);
        }
        else
        {
            AgentPhones.Find(pressed)?.Press(digits);
        }
    }

    public void Ended(SipCall ended, CallEnd why)
    {
        if (_calls.TryRemove(ended, out var call))
        {
            call.Leave(MediaEndings.Of(why.Kind));
        }

        AgentPhones.Remove(ended);
    }

    private async Task WarnAsync(GatewayCall call)
    {
        if (call.Recording is { } recording)
        {
            await recording.Completion;
            var report = recording.Report();
            if (report is { NotWritten: > 0 } or { IsComplete: false })
            {
                LogNotWritten(_log, recording.Name, report.NotWritten, report.Failure ?? "see docs/gateway.md");
            }
        }
    }

    private void NoteStranger(GatewayRoute route) => _recorder.Findings.Add(
        FindingKind.InviteMismatched,
        new FindingCase(
            _clock.GetUtcNow(),
            Entry: null,
            User: null,
            InviteRules.Judge(MediaRefusal.WrongDomain, route, domain: null) is { } wrong
                ? _recorder.Masking.Text(wrong)
                : null));

    /// <summary>What a softphone is told to register at; null when it cannot.</summary>
    /// <param name="asked">The address that the question came to, which holds for whoever asked.</param>
    public string? SoftphoneHost(IPAddress? asked) => Softphones.Count == 0 ? null : _own.Reachable(asked);

    // Under the SIP stack's lock: settings only, never a space's state.
    private IReadOnlyList<SipAccount> AccountsOf(string user, string? domain)
    {
        var isOwn = domain is null || _own.Has(domain);
        return
        [
            .. _spaces.FindSipAccounts(user)
                .Select(a => new SipAccount(a.Space.Space.Media.Domain, a.Password))
                .Where(a => isOwn || a.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase))
                .Distinct(),
        ];
    }

    /// <inheritdoc/>
    public bool Serves(string user, string domain) =>
        user == SipFlow.ContactUser
        || AccountsOf(user, domain).Count > 0
        || (_spaces.FindByRoute(new GatewayRoute(domain, user, "")) is { } space
            && (space.Dialled.Has(user)
                || (space.Media.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase)
                    && space.Media.Expects(user))));

    /// <summary>What carries media; null when its port could not be opened.</summary>
    public Task<MediaGateway?> OpenMediaAsync() => _media;

    private async Task<MediaGateway?> BeginMediaAsync(MediaPort opened)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return new MediaGateway(_args.Media, opened, _clock, _guard, _meter);
        }
        catch (Exception e)
        {
            // Calls are refused with 503 from now on.
            _guard.Report("begin of media", e);
            return null;
        }
    }

    private MediaPort OpenMedia()
    {
        try
        {
            return MediaPort.Open(_args.Media);
        }
        catch (SocketException e)
        {
            throw ListenException.Of(
                $"udp:{new IPEndPoint(_args.Media.BindAddress, _args.Media.Port)}",
                "Choose another with --media-port (0 takes a free one) or --media-bind.",
                e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The recording of {Call} lacks {Count} packets: {Why}")]
    private static partial void LogNotWritten(ILogger log, string call, long count, string why);
}
