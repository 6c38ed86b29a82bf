using Microsoft.Playwright;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>The page that the document tells to build, with the document's jQuery, in a real browser.</summary>
public sealed class DocumentPageTests(Chromium chromium)
{
    private static readonly string[] CallEvents =
    [
        "AgentState_Busy", "AgentState_Work", "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentEvent_Talking",
        "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentEvent_TransOutResult",
    ];

    [Fact]
    public async Task A_person_signs_in_answers_a_click_to_call_and_hangs_up()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent, CallEvents);
        await desk.SignInAsync();
        Assert.Equal(["AgentState_Ready"], await desk.ToldAsync(1));

        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Answer" }).WaitForAsync();
        await desk.PictureAsync("bar-ringing");
        await desk.PressAsync("Answer");
        Assert.Equal(168101, await desk.Customer.NextEventIdAsync());
        await desk.PictureAsync("bar-talking");
        await desk.PressAsync("Hang up");
        Assert.Equal(168110, await desk.Customer.NextEventIdAsync());

        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentEvent_Talking",
                "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentState_Work", "AgentState_Ready",
            ],
            await desk.ToldAsync(8));
        Assert.Equal(1, await desk.Page.Locator("#cckbar_popup").CountAsync());
    }
}
