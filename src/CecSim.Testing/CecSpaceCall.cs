namespace CecSim.Testing;

/// <summary>A call of a test's client, as the contact centre has it.</summary>
public sealed class CecSpaceCall
{
    internal CecSpaceCall(SpaceControl control, CallDetails details)
    {
        Details = details;
        Customer = new CecCallLeg(new CecCallMedia(details.Id, control.ReadMediaAsync));
        Agent = new CecCallLeg(new CecCallMedia(details.Id, control.ReadAgentMediaAsync));
    }

    /// <summary>The call as it stood when it was asked for.</summary>
    public CallDetails Details { get; }

    /// <summary>The customer's side of it.</summary>
    public CecCallLeg Customer { get; }

    /// <summary>The phone that its agent answered at.</summary>
    public CecCallLeg Agent { get; }

    /// <summary>What the gateway hears and sees of its customer: <see cref="Customer"/>.</summary>
    public CecCallMedia Media => Customer.Media;
}

/// <summary>One side of a call.</summary>
public sealed class CecCallLeg
{
    internal CecCallLeg(CecCallMedia media) => Media = media;

    /// <summary>What the gateway hears and sees of this side.</summary>
    public CecCallMedia Media { get; }
}
