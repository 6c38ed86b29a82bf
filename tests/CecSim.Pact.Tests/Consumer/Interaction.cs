namespace CecSim.Pacts.Tests.Consumer;

/// <summary>A request and its answer, as the pact has them.</summary>
/// <param name="Description">What the pact calls it.</param>
/// <param name="Agree">Its request and its response.</param>
internal record Interaction(string Description, Action<RequestBuilder> Agree)
{
    public void AgreeOn(Pact pact) => Agree(pact.UponReceiving(Description));
}
