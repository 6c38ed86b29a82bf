using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc;
using CecSim.Telephony.WebRtc.Ice;

namespace CecSim.Telephony.Calling.Media;

/// <summary>
/// The media of one placed call: its port, the way to the gateway, and what each line sends and hears. No loop and no
/// timer of its own: <see cref="Receive"/> and <see cref="Tick"/> come from its owner.
/// </summary>
internal sealed class CallerMedia : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IPacketPort _port;
    private readonly ControllingAgent _ice;
    private readonly RtcCore _core;
    private readonly CallPlan _plan;
    private readonly HashSet<Codec> _allowed;
    private IceCredentials? _remote;
    private string? _association;

    /// <param name="port">The call's own from now on.</param>
    public CallerMedia(
        CallPlan plan, IPacketPort port, DtlsIdentity identity, RtcInputs inputs, TelephonyMeter? meter = null)
    {
        _plan = plan;
        _allowed = [.. plan.AudioCodecs, .. plan.VideoCodecs];
        _port = port;
        _ice = new ControllingAgent(port, plan.Limits.Consent, inputs);
        var setting = new TransportSetting(identity, plan.Profiles, new HandshakeQuota(1), inputs) { Meter = meter };
        _core = new RtcCore(new RtcTransport(_ice, setting, [port.Local]), setting);
    }

    /// <summary>How far the media have come; each is true in its turn, or false when they end before.</summary>
    public MediaMilestones Milestones { get; } = new();

    /// <summary>How many lines the call was to have and has.</summary>
    public int LinesTaken { get; private set; }

    /// <summary>Where the answer says that the gateway is.</summary>
    public string Candidates { get; private set; } = "";

    public string WriteOffer()
    {
        lock (_gate)
        {
            return _core.FirstOffer([.. _plan.AudioCodecs, .. _plan.VideoCodecs]);
        }
    }

    /// <summary>Goes where the answer says. Null, or what is wrong with the answer.</summary>
    public string? Begin(string sdp)
    {
        lock (_gate)
        {
            if (SdpAnswer.Read(sdp, _allowed, out var detail) is not { } answer)
            {
                return detail;
            }

            var candidates = answer.Candidates
                .Where(c => c.AddressFamily == _port.Local.AddressFamily)
                .ToList();
            if (candidates.Count == 0)
            {
                return $"The answer names no address that can be reached from {_port.Local.Address}.";
            }

            _remote = answer.Offer.Secured.Ice;
            _association = AssociationOf(answer.Description);
            Candidates = string.Join(" or ", candidates);
            if (!_core.TakeAnswer(answer.Description, answer.Offer, _plan.Plays))
            {
                return "The answer has not the m-lines of the offer.";
            }

            LinesTaken = _core.Lines.Active.Count();
            _ice.Begin(answer.Offer.Secured.Ice, candidates);
            return null;
        }
    }

    /// <summary>Answers a later offer of the gateway, hold for example, or makes one when it brings none.</summary>
    public InviteDecision Reoffer(string sdp)
    {
        lock (_gate)
        {
            if (sdp.Length == 0)
            {
                return new InviteDecision.Answer(_core.Offer());
            }

            if (Offer.Read(sdp, _allowed, out _, out var detail) is not { } offer)
            {
                return new InviteDecision.Refuse(488) { Why = detail };
            }

            if (offer.Lines.Count < _core.Lines.Count)
            {
                return new InviteDecision.Refuse(488)
                {
                    Why = $"The offer has {offer.Lines.Count} m-lines where the call has {_core.Lines.Count}",
                };
            }

            if (BeginsAnew(SdpDescription.Parse(sdp, out _)!, offer.Secured.Ice) is { } anew)
            {
                return new InviteDecision.Refuse(488) { Why = $"The offer {anew}, which this side does not" };
            }

            return new InviteDecision.Answer(_core.Answer(offer, _plan.Plays));
        }
    }

    // RFC 8839, 4.4.1.1.1 and RFC 8842, 3.1: other credentials, another id. Whoever has no id leaves it at that.
    private string? BeginsAnew(SdpDescription description, IceCredentials ice) =>
        ice.Fragment != _remote?.Fragment ? "restarts ICE"
        : AssociationOf(description) is { } other && _association is not null && other != _association
            ? "begins a new DTLS association by its tls-id"
        : null;

    private static string? AssociationOf(SdpDescription description) =>
        description.Media.Select(m => description.AttributeOf(m, "tls-id")).FirstOrDefault(id => id is not null);

    /// <summary>Takes the answer to an offer of <see cref="Reoffer"/>. Null, or what is wrong with it.</summary>
    public string? TakeAnswer(string sdp)
    {
        lock (_gate)
        {
            if (SdpDescription.Parse(sdp, out var complaint) is not { } description
                || Offer.ReadAnswer(description, OfferWishes.OfBrowsers(_allowed), out complaint)
                    is not var (answer, _))
            {
                return complaint;
            }

            if (BeginsAnew(description, answer.Secured.Ice) is { } anew)
            {
                return $"The answer {anew}, which the offer did not";
            }

            return _core.TakeAnswer(description, answer, _plan.Plays)
                ? null
                : "The answer has not the m-lines of the offer.";
        }
    }

    public void Tick()
    {
        lock (_gate)
        {
            _core.Tick();
            Settle();
        }
    }

    public MediaReport Report()
    {
        lock (_gate)
        {
            return _core.Report(_plan.Plays) with { Local = _port.Local };
        }
    }

    /// <summary>What is known of why nobody answered the checks, for a person to read.</summary>
    public string WhyNoPath()
    {
        lock (_gate)
        {
            return _ice.RefusedWith == 0
                ? "no check was answered"
                : $"the checks were refused with {_ice.RefusedWith}";
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _core.Close();
            Settle();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await _port.DisposeAsync();
        lock (_gate)
        {
            _core.Dispose();
        }
    }

    public void Receive(Span<byte> buffer, int length, SocketAddress from, IPacketPort port)
    {
        var kind = PacketKinds.Of(buffer[..length]);
        if (kind == PacketKind.None)
        {
            return;
        }

        lock (_gate)
        {
            _core.Receive(buffer, length, kind, from, port);
            Settle();
        }
    }

    private void Settle()
    {
        if (_ice.State == IceState.Connected)
        {
            MediaMilestones.Reach(Milestones.Found);
        }

        if (_core.Transport.IsOpen)
        {
            MediaMilestones.Reach(Milestones.Secured);
        }

        if (_core.HasHeard)
        {
            MediaMilestones.Reach(Milestones.Heard);
        }

        if (_core.Transport.End is { } end)
        {
            Milestones.End(end);
        }
    }
}
