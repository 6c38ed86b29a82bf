namespace CecSim.Simulation.Agents;

/// <summary>What simulated agents do of their own accord: shifts, rests, and coming back from being busy.</summary>
internal sealed class AgentAutomation(
    SpaceScheduler scheduler, AgentRoster roster, CallDistributor distributor, TimeZoneInfo zone)
{
    /// <summary>A simulated agent that rejected or missed a call is back after so long. No document says.</summary>
    public static readonly TimeSpan ReturnsAfter = TimeSpan.FromSeconds(10);

    /// <summary>The space opens: whoever is on shift signs in.</summary>
    public void Begin()
    {
        foreach (var agent in roster.All)
        {
            if (agent.Settings.Conduct.Shift is { } shift)
            {
                FollowShift(agent, shift);
            }
            else
            {
                SignIn(agent);
            }
        }
    }

    /// <summary>
    /// A person sits down at the agent's connection bar: from now on nobody else signs it in or sends it to rest.
    /// </summary>
    public void GiveUp(Agent agent)
    {
        agent.RestIsDue = false;
        scheduler.Cancel(agent.NextRest);
        SignOut(agent);
    }

    /// <summary>After a call that it rejected or missed; unless it has been busy with something else since.</summary>
    public void ReturnSoon(Agent agent)
    {
        if (agent.Seat is not null)
        {
            return;
        }

        var absence = agent.State;
        scheduler.At(scheduler.Now + ReturnsAfter, "agent return", () =>
        {
            if (ReferenceEquals(agent.State, absence))
            {
                roster.Apply(agent, new AgentInput.CancelNotReady());
            }
        });
    }

    /// <summary>An agent has become idle: what it put off until then comes before the next contact.</summary>
    public void OnFree(Agent agent)
    {
        if (agent.SignOutIsDue)
        {
            SignOut(agent);
        }
        else if (agent.RestIsDue)
        {
            StartRest(agent, agent.Settings.Conduct.Rests!);
        }
        else
        {
            distributor.Serve(agent);
        }
    }

    private void FollowShift(Agent agent, DailyHours shift)
    {
        if (agent.Seat is not null)
        {
            return;
        }

        if (shift.Covers(scheduler.Now, zone))
        {
            agent.SignOutIsDue = false;
            SignIn(agent);
        }
        else
        {
            SignOut(agent);
        }

        if (shift.NextChange(scheduler.Now, zone) is { } change)
        {
            scheduler.At(change, "shift", () => FollowShift(agent, shift));
        }
    }

    private void SignIn(Agent agent)
    {
        if (roster.Apply(agent, new AgentInput.SignIn()) is null && agent.Settings.Conduct.Rests is { } rest)
        {
            RestLater(agent, rest);
        }
    }

    // An agent in a call finishes it first.
    private void SignOut(Agent agent)
    {
        agent.SignOutIsDue = roster.Apply(agent, new AgentInput.SignOut()) is AgentRefusal.InCall;
        if (agent.State is AgentState.SignedOut)
        {
            agent.RestIsDue = false;
            scheduler.Cancel(agent.NextRest);
        }
    }

    private void RestLater(Agent agent, AgentRest rest) =>
        agent.NextRest = scheduler.At(scheduler.Now + rest.Every, "rest", () =>
        {
            agent.RestIsDue = agent.State is not AgentState.Ready;
            if (!agent.RestIsDue)
            {
                StartRest(agent, rest);
            }
        });

    private void StartRest(Agent agent, AgentRest rest)
    {
        agent.RestIsDue = false;
        roster.Apply(agent, new AgentInput.SetRest(NotReadyReason.Rest, rest.Allowed));
        agent.NextRest = scheduler.At(scheduler.Now + rest.For, "end of rest", () =>
        {
            RestLater(agent, rest);
            roster.Apply(agent, new AgentInput.CancelRest());
        });
    }
}
