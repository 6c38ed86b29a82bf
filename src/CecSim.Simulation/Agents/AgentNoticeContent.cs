namespace CecSim.Simulation.Agents;

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

    /// <summary><c>{"callid","number"}</c></summary>
    public sealed record OfCustomer(string CallId, string Number) : AgentNoticeContent;
}
