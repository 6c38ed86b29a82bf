using CecSim.Server.Ladders;
using CecSim.Server.Phones;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Findings;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <content>What becomes of an INVITE.</content>
internal sealed partial class CallGateway
{
    public async ValueTask<InviteDecision> InviteAsync(IncomingInvite invite, CancellationToken gone)
    {
        if (AgentPhones.CallerOf(invite) is { } line)
        {
            return await line.DialAsync(invite, gone);
        }

        var route = new GatewayRoute(invite.Domain, invite.User, invite.FromUser);
        if (_spaces.FindByRoute(route) is not { } space)
        {
            NoteStranger(route);
            return RefusalOf(MediaRefusal.WrongDomain, route, domain: null);
        }

        if (space.Failure is { } failure)
        {
            return new InviteDecision.Refuse(503, "The space has failed") { Why = failure.Why };
        }

        if (space.Settings.GatewayScheme == GatewayScheme.Wss && IsPlain(invite))
        {
            return new InviteDecision.Refuse(403, "The gateway takes wss only") { Why = GatewayAddresses.WhyNotPlain };
        }

        Dialogs.Add(new CallDialog(space, route.AccessCode, invite.Call.CallId, IsOfAgent: false));
        space.Commands.AddInvite(route.AccessCode);
        var plan = InvitePlan.Of(space.Media.Strike(route.AccessCode));
        if (plan.Refusal is { } fault)
        {
            return fault;
        }

        if (plan.Rings)
        {
            invite.Ring();
            await UntilAsync(gone);
            return new InviteDecision.Refuse(487) { Why = "The caller has given up" };
        }

        if (space.Settings.GatewayAnswers != GatewayAnswer.Ringing)
        {
            return await AnswerAsync(space, invite, route, plan, rang: null, gone);
        }

        var rang = new RingingLeg();
        if (space.Media.Join(route, rang) is { } refusal)
        {
            return RefusalOf(refusal, route, space.Media.Domain);
        }

        var decision = await RingAsync(rang, space, invite, gone)
            ?? await AnswerAsync(space, invite, route, plan, rang, gone);
        if (decision is InviteDecision.Refuse)
        {
            space.Commands.AddLeave(invite.User);
            space.Media.Leave(invite.User, rang);
        }

        return decision;
    }

    /// <returns>Why the call is not answered; null when its agent has answered.</returns>
    private static async Task<InviteDecision?> RingAsync(
        RingingLeg rang, Space space, IncomingInvite invite, CancellationToken gone)
    {
        space.Commands.AddJoin(invite.User, invite.FromUser);
        if (!rang.IsAnswered)
        {
            invite.Ring();
        }

        switch (await rang.WhenOverAsync(gone))
        {
            case RingingEnd.Answered:
                return null;
            case RingingEnd.CallerGone:
                return new InviteDecision.Refuse(487) { Why = "The caller has given up" };
            default:
                return new InviteDecision.Refuse(480, "No agent has answered");
        }
    }

    /// <param name="rang">What the call had while it rang; null when it did not.</param>
    private async Task<InviteDecision> AnswerAsync(
        Space space,
        IncomingInvite invite,
        GatewayRoute route,
        InvitePlan plan,
        RingingLeg? rang,
        CancellationToken gone)
    {
        // The number before the offer: RFC 3261, section 8.2.
        if (rang is null && space.Media.Judge(route) is { } wrong)
        {
            return RefusalOf(wrong, route, space.Media.Domain);
        }

        if (invite.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        if (await _media is not { } media)
        {
            return new InviteDecision.Refuse(503, "The media port could not be opened");
        }

        var wishes = new MediaOptions
        {
            Source = Playing.Of(space.Settings.GatewayPlays),
            Trouble = plan.Trouble,
            Recording = _mediaRecorder?.Begin(_guard),
        };
        var answer = AnswerAs(space.Media.AgentPhoneOf(route.AccessCode) as PhoneLeg, media, invite.Offer, wishes);
        if (answer is MediaAnswer.Refused refused)
        {
            wishes.Recording?.End();
            return OfferDecision.Of(refused);
        }

        var accepted = (MediaAnswer.Accepted)answer;

        var call = new GatewayCall(space, invite.User, invite.Call, accepted.Call, _clock, _guard)
        {
            Recording = wishes.Recording,
        };
        if (Join(space, route, rang, call) is { } refusal)
        {
            accepted.Call.Close();
            return RefusalOf(refusal, route, space.Media.Domain);
        }

        if (rang is null)
        {
            space.Commands.AddJoin(invite.User, invite.FromUser);
        }

        if (space.Settings.GatewayScheme == GatewayScheme.Auto && IsPlain(invite)
            && space.Media.UserOf(invite.User) is { } user)
        {
            space.Monitor.CallsWithoutTls(user);
        }

        call.Trace = _traces.BeginMedia(space, invite.User);
        _calls[invite.Call] = call;
        call.Begin(plan);
        _guard.Start("end of a recording", () => WarnAsync(call));
        if (gone.IsCancellationRequested)
        {
            // The end came first, and found nothing to end.
            Ended(invite.Call, new CallEnd(CallEndKind.CallerCancelled));
        }

        return new InviteDecision.Answer(accepted.Sdp);
    }

    // What the agent's phone has chosen is passed on as it is; what only the customer has is to be transcoded.
    private static MediaAnswer AnswerAs(PhoneLeg? phone, MediaGateway media, string offer, MediaOptions wishes)
    {
        if (phone?.Media?.Codec is not { } codec)
        {
            return offer.Length == 0 ? media.Offer(wishes) : media.Accept(offer, wishes);
        }

        if (offer.Length == 0)
        {
            return media.Offer(wishes with { Preferred = [codec] });
        }

        // A trial, since an offer without that codec may be taken for its pictures alone.
        var same = wishes with { Codecs = new HashSet<Codec> { codec, Codec.Vp8, Codec.H264 } };
        if (media.Accept(offer, same with { Recording = null }) is not MediaAnswer.Accepted trial)
        {
            return media.Accept(offer, wishes);
        }

        var hasSound = trial.Call.Codec is not null;
        trial.Call.Close();
        return media.Accept(offer, hasSound ? same : wishes);
    }

    private static MediaRefusal? Join(Space space, GatewayRoute route, RingingLeg? rang, GatewayCall call) =>
        rang is null ? space.Media.Join(route, call)
        : space.Media.Exchange(route.AccessCode, rang, call) ? null
        : MediaRefusal.CallOver;

    private static InviteDecision.Refuse RefusalOf(MediaRefusal refusal, GatewayRoute route, string? domain)
    {
        var (status, reason) = refusal switch
        {
            MediaRefusal.WrongDomain => (404, "The domain is not that of event 168101"),
            MediaRefusal.NoSuchCall => (404, "No call has this access code"),
            MediaRefusal.CallOver => (404, "The call is over"),
            MediaRefusal.WrongCaller => (404, "The caller is not the clickToCallCaller of event 168101"),
            MediaRefusal.AlreadyJoined => (486, "The call has its media already"),
        };
        return new(status, reason) { Why = InviteRules.Judge(refusal, route, domain) };
    }

    private static bool IsPlain(IncomingInvite invite) => invite.Call.Flow.Transport == SipTransport.Ws;

    private static async Task UntilAsync(CancellationToken gone)
    {
        var never = new TaskCompletionSource();
        await never.Task.WaitAsync(gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
