using System.Collections.Concurrent;
using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Simulation.Phones;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Phones;

/// <summary>Where registered phones and their calls meet the spaces that they are of.</summary>
internal sealed class AgentPhoneCalls(
    SpaceDirectory spaces, CallGateway gateway, SipJournal journal, Guard guard)
{
    private readonly ConcurrentDictionary<SipCall, PhoneLeg> _legs = new();

    public PhoneLeg? Find(SipCall sip) => _legs.GetValueOrDefault(sip);

    public void Add(SipCall sip, PhoneLeg leg) => _legs[sip] = leg;

    public void Remove(SipCall sip)
    {
        if (_legs.TryRemove(sip, out var leg))
        {
            leg.Leave();
        }
    }

    public void Register(SipBinding phone, TimeSpan lifetime)
    {
        if (SpaceOf(phone) is { } space)
        {
            if (!space.Space.Phones.Has(phone.User, phone.Contact) || IsLost(space.Space, phone))
            {
                journal.NoteRegistration(space.Space, phone, lifetime, why: null);
            }

            space.Space.Phones.Register(
                new PhoneRegistration(
                    phone.User,
                    phone.Contact,
                    TransportOf(phone.Flow.Transport),
                    phone.Flow.Remote?.ToString(),
                    phone.UserAgent),
                lifetime,
                new AgentLine(space, phone.User, gateway, guard));
        }
    }

    public void Unregister(SipBinding phone, RegistrationEnd why)
    {
        if (SpaceOf(phone)?.Space is { } space)
        {
            journal.NoteRegistration(space, phone, TimeSpan.Zero, why switch
            {
                RegistrationEnd.Removed => null,
                RegistrationEnd.Expired => "Its time is over",
                RegistrationEnd.Disconnected => "Its WebSocket is over",
                RegistrationEnd.Dropped => "A fault has ended it",
            });
            space.Phones.Unregister(phone.User, phone.Contact);
        }
    }

    /// <summary>A registered phone was asked whether it is there.</summary>
    public void Reach(SipBinding phone, bool isReachable)
    {
        if (SpaceOf(phone)?.Space is { } space)
        {
            if (!isReachable || IsLost(space, phone))
            {
                journal.NoteProbe(space, phone, isReachable);
            }

            space.Phones.Reach(phone.User, phone.Contact, isReachable);
        }
    }

    /// <summary>A REGISTER was refused: the spaces that have the account, or the only one, are told.</summary>
    public void NoteRefusal(RefusedRequest refused)
    {
        var concerned = spaces.FindSipAccounts(refused.FromUser).Select(a => a.Space.Space).ToList();
        foreach (var space in concerned is [] && spaces.Only is { } only ? [only] : concerned)
        {
            space.Phones.NoteRefusal(new RefusedRegistration(
                space.Time.ReadNow(),
                refused.FromUser,
                refused.Domain,
                TransportOf(refused.Flow.Transport),
                refused.Remote?.ToString(),
                space.Masking.Text(refused.Why)));
        }
    }

    /// <summary>
    /// Whose phone calls; null for a customer. A phone has shown who it is when it registered, so its calls must come
    /// from where it is registered.
    /// </summary>
    public AgentLine? CallerOf(IncomingInvite invite) =>
        BindingOf(invite) is { } binding && SpaceOf(binding) is { } space
            ? new AgentLine(space, binding.User, gateway, guard)
            : null;

    private SipBinding? BindingOf(IncomingInvite invite) => spaces.FindSipAccounts(invite.FromUser)
        .SelectMany(a => gateway.Sip.Registrar.Find(invite.FromUser, a.Space.Space.Media.Domain))
        .FirstOrDefault(b => b.IsAt(invite.Call.Flow));

    private static bool IsLost(Space space, SipBinding phone) => space.Phones.View.Any(p =>
        p.Phone.Account == phone.User && p.Phone.Contact == phone.Contact && p.IsReachable is false);

    private HostedSpace? SpaceOf(SipBinding phone) => spaces.FindSipAccounts(phone.User)
        .Select(a => a.Space)
        .FirstOrDefault(s => s.Space.Media.Domain.Equals(phone.Domain, StringComparison.OrdinalIgnoreCase));

    public static PhoneTransport TransportOf(SipTransport transport) => transport switch
    {
        SipTransport.Udp => PhoneTransport.Udp,
        SipTransport.Tcp => PhoneTransport.Tcp,
        SipTransport.Tls => PhoneTransport.Tls,
        SipTransport.Ws => PhoneTransport.Ws,
        SipTransport.Wss => PhoneTransport.Wss,
    };
}
