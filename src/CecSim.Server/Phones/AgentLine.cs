using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Server.Problems;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Phones;
using CecSim.Telephony.Media;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Phones;

/// <summary>The registered phones of one account of a space, as the space calls them.</summary>
internal sealed class AgentLine(HostedSpace hosted, string account, CallGateway gateway, Guard guard) : IPhoneLine
{
    /// <summary>As it is now: a reset puts another one in its place, and phones stay registered.</summary>
    public Space Space => hosted.Space;

    public string Account => account;

    public string Domain => Space.Media.Domain;

    public CallGateway Gateway => gateway;

    /// <summary>The end of its last call: it is not called again before. Set under the space's lock.</summary>
    public Task LastHangUp { private get; set; } = Task.CompletedTask;

    IPhoneLeg IPhoneLine.Ring(AgentCall ringing, bool answersItself, IReadOnlyList<TriggeredInviteFault> faults)
    {
        var leg = new PhoneLeg(this, ringing, InvitePlan.Of(faults));
        var before = LastHangUp;
        Begin(
            async () =>
            {
                await before.WaitAsync(CancellationToken.None);
                await leg.CallAsync(answersItself);
            },
            leg.Fail);
        return leg;
    }

    void IPhoneLine.Expired(PhoneRegistration phone) => Begin(() =>
    {
        Forget(Bindings.Where(b => b.Contact == phone.Contact), RegistrationEnd.Expired);
        return Task.CompletedTask;
    });

    /// <summary>A fault ends what its phones have registered.</summary>
    public void LoseRegistrations()
    {
        var lost = Bindings;
        Forget(lost, RegistrationEnd.Dropped);
        foreach (var binding in lost)
        {
            Space.Phones.Unregister(account, binding.Contact);
        }
    }

    /// <summary>
    /// Does what a phone is to do elsewhere: SIP and media have locks of their own and may call back, so nothing of it
    /// happens under the space's lock.
    /// </summary>
    public void Begin(Func<Task> work, Action<Failure>? fail = null) => guard.Start(
        "work of a phone",
        async () =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await work();
        },
        fail);

    /// <summary>Does what does not wait, elsewhere too, behind what came before. The task never fails.</summary>
    public Task DoBehindAsync(Task before, Action work, Action<Failure> fail) => guard.RunAsync(
        "work of a phone",
        async () =>
        {
            await before.WaitAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            work();
        },
        fail);

    /// <summary>Where it is registered, the newest first.</summary>
    public IReadOnlyList<SipBinding> Bindings => gateway.Sip.Registrar.Find(account, Domain);

    /// <summary>Its phone dials a number.</summary>
    public async Task<InviteDecision> DialAsync(IncomingInvite invite, CancellationToken gone)
    {
        if (invite.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        if (await gateway.OpenMediaAsync() is not { } media)
        {
            return new InviteDecision.Refuse(503, "The media port could not be opened");
        }

        var wishes = new MediaOptions
        {
            Source = MediaSource.Silence,
            TakesPhones = true,
            PeerAddress = invite.Call.Flow.Remote?.Address,
        };
        var answer = invite.Offer.Length == 0 ? media.Offer(wishes) : media.Accept(invite.Offer, wishes);
        if (answer is not MediaAnswer.Accepted accepted)
        {
            return OfferDecision.Of((MediaAnswer.Refused)answer);
        }

        var leg = new PhoneLeg(this, invite.Call, accepted.Call);
        if (Space.Phones.Dial(account, invite.User, MediaAbility.Voice, leg) is { } refusal)
        {
            accepted.Call.Close();
            return new InviteDecision.Refuse(AgentRefusals.StatusOf(refusal))
            {
                Why = $"The agent cannot call out: {AgentRefusals.TextOf(refusal)}",
            };
        }

        gateway.AgentPhones.Add(invite.Call, leg);
        if (gone.IsCancellationRequested)
        {
            // The end came first, and found nothing to end.
            gateway.AgentPhones.Remove(invite.Call);
        }

        return new InviteDecision.Answer(accepted.Sdp);
    }

    private void Forget(IEnumerable<SipBinding> bindings, RegistrationEnd end)
    {
        foreach (var binding in bindings)
        {
            gateway.Sip.Registrar.Forget(binding, end);
        }
    }
}
