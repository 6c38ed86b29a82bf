namespace CecSim.Simulation.Agents;

/// <summary>One event of an agent, as its page would get it.</summary>
public sealed record AgentEvent(DateTimeOffset At, int WorkNo, AgentNotice Notice) : IClientEvent
{
    public bool IsFinal => false;
}

/// <summary>What an agent's page is told: the <c>eventType</c> and <c>content</c> of one event of table 6-1.</summary>
public sealed record AgentNotice(string EventType, AgentNoticeContent? Content = null);

/// <summary>The <c>content</c> of an agent event, in the forms that Huawei's samples show.</summary>
public abstract record AgentNoticeContent
{
    private AgentNoticeContent()
    {
    }

    /// <summary><c>{"reason":"200"}</c></summary>
    public sealed record OfReason(int Reason) : AgentNoticeContent;

    /// <summary>The call id as a bare string.</summary>
    public sealed record OfCallId(string CallId) : AgentNoticeContent;

    /// <summary><c>{"caller","callid","called","feature","type","mediaAbility"}</c></summary>
    public sealed record OfTalk(AgentCall Call) : AgentNoticeContent;

    /// <summary>The same, with <c>transfer</c>, <c>transfrom</c> and <c>mediaType</c>.</summary>
    public sealed record OfRinging(AgentCall Call) : AgentNoticeContent;

    /// <summary><c>{"callid","otherPhoneWorkno","otherPhone","type"}</c></summary>
    public sealed record OfAlerting(AgentCall Call) : AgentNoticeContent;

    /// <summary><c>{"result","callId"}</c>; 0 is a success.</summary>
    public sealed record OfResult(string CallId, int Result) : AgentNoticeContent;

    /// <summary><c>{"callid","partner"}</c></summary>
    public sealed record OfPartner(string CallId, string Partner) : AgentNoticeContent;

    /// <summary><c>{"callid","number"}</c></summary>
    public sealed record OfCustomer(string CallId, string Number) : AgentNoticeContent;
}

/// <summary>What AgentEvent_Customer_Alerting tells: the guide and the API reference disagree.</summary>
public enum AlertingMeaning
{
    /// <summary>"Holding Success: the current agent is in the holding state" (Connection Bar, table 6-1).</summary>
    Holding,

    /// <summary>The phone of the customer whom the agent calls rings (API reference).</summary>
    Ringing,
}
