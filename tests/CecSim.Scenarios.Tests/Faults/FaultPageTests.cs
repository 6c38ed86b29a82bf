namespace CecSim.Scenarios.Tests.Faults;

/// <summary>The page of faults is what the shape that reads them says.</summary>
public sealed class FaultPageTests
{
    public static TheoryData<string> Words => [.. FaultForms.All.Select(f => f.Word)];

    [Fact]
    public void The_page_of_faults_is_what_their_shape_says() =>
        GeneratedFile.AssertFresh(FaultPage.File, FaultPage.Make());

    [Theory]
    [MemberData(nameof(Words))]
    public void The_example_in_a_faults_sentence_is_one_of_that_fault(string word) =>
        Assert.Equal(word, ScenarioParts.NameOf(FaultForms.ExampleRule(FaultForms.Of(word)).Inject));
}
