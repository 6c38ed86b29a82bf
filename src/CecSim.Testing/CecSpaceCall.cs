namespace CecSim.Testing;

/// <summary>A call of a test's client, as the contact centre has it.</summary>
public sealed class CecSpaceCall
{
    internal CecSpaceCall(SpaceControl control, CallDetails details)
    {
        Details = details;
        Media = new CecCallMedia(control, details.Id);
    }

    /// <summary>The call as it stood when it was asked for.</summary>
    public CallDetails Details { get; }

    /// <summary>What the gateway hears and sees of it.</summary>
    public CecCallMedia Media { get; }
}
