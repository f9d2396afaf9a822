set role switchboard_company_owner;
