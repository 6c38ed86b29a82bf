using CecSim.Server.Gateway;
using CecSim.Server.Problems;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Phones;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Phones;

/// <content>Whom it hears, and how it hands its call on.</content>
internal sealed partial class PhoneLeg
{
    private volatile PhoneSound _sound;
    private volatile PhoneLeg? _peer;

    // What a customer has it send while they are joined, whatever else was to be heard.
    private MediaSource? _joined;

    /// <summary>The other end's side, while they are joined.</summary>
    public MediaCall? Customer { get; private set; }

    /// <summary>A customer is the other end from now on, or goes on being it.</summary>
    public void Join(MediaCall customer, MediaSource source)
    {
        lock (_gate)
        {
            _peer = null;
            (Customer, _joined) = (customer, source);
            Play();
        }
    }

    /// <summary>The customer is not the other end any more. Without effect when somebody else is by now.</summary>
    public void Part(MediaCall customer)
    {
        lock (_gate)
        {
            if (Customer == customer)
            {
                (Customer, _joined) = (null, null);
                Play();
            }
        }
    }

    void IPhoneLeg.Play(PhoneSound sound)
    {
        _sound = sound;
        Queue(() =>
        {
            lock (_gate)
            {
                Play();
            }
        });
    }

    void IPhoneLeg.Join(IPhoneLeg other)
    {
        _peer = other as PhoneLeg;
        _sound = PhoneSound.Peer;
        _peer?._sound = PhoneSound.Peer;
        Queue(() =>
        {
            if (_peer is { HeardMedia: { } theirs } phone && Media is { } own)
            {
                // Whichever of the two is over first ends it.
                MediaBridge.Join(own, theirs);
                Meet(theirs);
                phone.Meet(own);
            }
        });
    }

    /// <summary>Its person hands the call on (RFC 3515).</summary>
    /// <returns>Why not; null when it is done, or under way.</returns>
    public InviteDecision.Refuse? Refer(SipReferral referral)
    {
        var replaced = referral.Replaced is { } call ? _line.Gateway.AgentPhones.Find(call) : null;
        var refusal = !referral.ReplacesAny ? _line.Space.Phones.Refers(this, referral.User)
            : replaced is null ? AgentRefusal.NoTransfer
            : _line.Space.Phones.Refers(this, replaced);
        return refusal is not { } why ? null : new InviteDecision.Refuse(AgentRefusals.StatusOf(why))
        {
            Why = $"The agent cannot hand its call on: {AgentRefusals.TextOf(why)}",
        };
    }

    void IPhoneLeg.TransferEnded(AgentCallEnd? whyNot)
    {
        var sip = _sip;
        Queue(() => sip?.NotifyReferred(AgentRefusals.StatusOf(whyNot)));
    }

    private void Meet(MediaCall other)
    {
        lock (_gate)
        {
            (Customer, _joined) = (other, null);
            Play();
        }
    }

    private void Play() => _media?.Source = _joined ?? _sound switch
    {
        PhoneSound.Peer => MediaSource.Peer,
        PhoneSound.Music => MediaSource.Music,
        PhoneSound.FarEnd => Playing.Of(_line.Space.Settings.GatewayPlays),
        PhoneSound.Ringback => MediaSource.RingingTone,
        PhoneSound.Busy => MediaSource.BusyTone,
        PhoneSound.SpecialInformation => MediaSource.SpecialInformationTone,
        _ => MediaSource.Silence,
    };
}
